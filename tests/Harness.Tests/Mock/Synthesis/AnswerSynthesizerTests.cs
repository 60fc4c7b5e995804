using System.Text;
using System.Text.Json;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.Synthesis;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Synthesis;

public sealed class AnswerSynthesizerTests
{
    [Test]
    public void A_success_without_content_has_no_body()
    {
        Operation operation = MakeBelieve.Get("/a", null) with { Responses = [new OperationResponse("204", [])] };

        MakeBelieve.Synthesizer(operation).Ask(operation).Should().Match<SynthesizedAnswer>(a => a.Status == 204 && a.ContentType == null && a.Body.Length == 0);
    }

    [Test]
    public void Plain_text_is_the_bare_scalar()
    {
        Operation operation = MakeBelieve.Call("GET", "/devices/$count", "200", "text/plain", Shape.Integer());
        SynthesizedAnswer answer = MakeBelieve.Synthesizer(operation).Ask(operation);

        answer.ContentType.Should().Be("text/plain");
        int.TryParse(Encoding.UTF8.GetString(answer.Body.Span), out _).Should().BeTrue();
    }

    [Test]
    public void Csv_has_a_header_and_rows()
    {
        Operation operation = MakeBelieve.Call("GET", "/users/export", "200", "text/csv", Shape.Text());

        string[] lines = MakeBelieve.Synthesizer(operation).AskText(operation).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines[0].Should().Be("id,displayName,status,createdDateTime");
        lines.Should().HaveCountGreaterThan(1);
        lines[1].Should().Contain("Ada Admin");
    }

    [Test]
    public void Bytes_and_html_come_as_declared()
    {
        Operation bytes = MakeBelieve.Call("GET", "/photo", "200", "application/octet-stream", Shape.Text("binary"));
        Operation html = MakeBelieve.Call("GET", "/page", "200", "text/html", Shape.Text());

        MakeBelieve.Synthesizer(bytes).Ask(bytes).Body.Length.Should().BePositive();
        MakeBelieve.Synthesizer(html).AskText(html).Should().StartWith("<!DOCTYPE html>");
    }

    [Test]
    public void Json_is_preferred_unless_Accept_names_another_declared_type()
    {
        Operation operation = MakeBelieve.Get("/a", null) with
        {
            Responses = [new OperationResponse("200", [new MediaContent("text/csv", null), new MediaContent("application/json", Shape.Integer())])],
        };
        AnswerSynthesizer synthesizer = MakeBelieve.Synthesizer(operation);
        string? TypeFor(string? accept) => ((SynthesizedAnswer)synthesizer.Answer(operation, MakeBelieve.Values(), accept)).ContentType;

        TypeFor(null).Should().Be("application/json");
        TypeFor("text/csv").Should().Be("text/csv");
        TypeFor("*/*").Should().Be("application/json");
        TypeFor("image/png, text/*;q=0.5, */*;q=0.1").Should().Be("text/csv");
        TypeFor("application/xml").Should().Be("application/json");
    }

    [Test]
    public void All_declared_properties_are_there_but_write_only_ones()
    {
        Schema secret = Shape.Text();
        secret.WriteOnly = true;
        Operation operation = MakeBelieve.Get("/settings", Shape.Object(("name", Shape.Text()), ("secret", secret), ("limits", Shape.Object(("max", Shape.Integer())))));

        JsonElement answer = MakeBelieve.Synthesizer(operation).AskJson(operation);

        answer.EnumerateObject().Select(p => p.Name).Should().Equal("name", "limits");
        answer.GetProperty("limits").TryGetProperty("max", out _).Should().BeTrue();
    }

    [Test]
    public void Errors_beside_the_data_and_links_to_no_next_page_stay_empty()
    {
        Operation operation = MakeBelieve.Get("/find", Shape.Object(
            ("ResultData", Shape.Array(Shape.Object(("Id", Shape.Uuid())))), ("ErrorData", Shape.Object(("message", Shape.Text()))), ("error", Shape.Text().Nullable()),
            ("errors", Shape.Array(Shape.Text())), ("errorCode!", Shape.Integer()), ("nextLink", Shape.Text("uri"))));

        JsonElement answer = MakeBelieve.Synthesizer(operation).AskJson(operation);

        answer.TryGetProperty("ErrorData", out _).Should().BeFalse();
        answer.TryGetProperty("nextLink", out _).Should().BeFalse();
        answer.GetProperty("error").ValueKind.Should().Be(JsonValueKind.Null);
        answer.GetProperty("errors").GetArrayLength().Should().Be(0);
        answer.GetProperty("errorCode").GetInt32().Should().Be(0);
        answer.GetProperty("ResultData").GetArrayLength().Should().BePositive();
    }

    [Test]
    public void Only_later_elements_of_a_list_hold_nulls()
    {
        string[] names = [.. Enumerable.Range(0, 12).Select(i => $"field{i}")];
        Schema item = Shape.Object([("id!", Shape.Uuid()), .. names.Select(n => (n, Shape.Text().Nullable()))]);
        Operation list = MakeBelieve.Get("/cases", Shape.Array(item));
        Operation detail = MakeBelieve.Get("/cases/{caseId}", item, new OperationParameter("caseId", "path", true, Shape.Uuid()));

        JsonElement[] answer = [.. MakeBelieve.Synthesizer(list, detail).AskJson(list).EnumerateArray()];

        int Nulls(JsonElement element) => element.EnumerateObject().Count(p => p.Value.ValueKind == JsonValueKind.Null);
        Nulls(answer[0]).Should().Be(0);
        answer.Sum(Nulls).Should().BePositive();
    }

    [Test]
    public void Maps_have_entries()
    {
        Operation operation = MakeBelieve.Get("/map", Shape.Map(Shape.Integer()));

        MakeBelieve.Synthesizer(operation).AskJson(operation).EnumerateObject().Count().Should().BeInRange(1, 3);
    }

    [Test]
    public void A_discriminator_holds_the_name_of_the_alternative_beside_it()
    {
        Schema cat = Shape.Object(("kind!", Shape.Text()), ("meow!", Shape.Integer())).Named("Cat");
        Schema dog = Shape.Object(("kind!", Shape.Text()), ("bark!", Shape.Integer())).Named("Dog");
        Schema pet = Shape.OneOf(cat, dog);
        pet.Discriminator = "kind";
        Operation operation = MakeBelieve.Get("/pet", pet);

        JsonElement answer = MakeBelieve.Synthesizer(operation).AskJson(operation);

        answer.TryGetProperty(answer.GetProperty("kind").GetString() == "Cat" ? "meow" : "bark", out _).Should().BeTrue();
    }

    [Test]
    public void Placeholders_answer_with_the_familys_envelope()
    {
        Schema item = Shape.Object(("Id", Shape.Uuid()), ("Title", Shape.Text()));
        Schema envelope = Shape.Object(("value", Shape.Array(item)));
        Operation opaque = MakeBelieve.Get("/opaque", Shape.Placeholder());
        Operation list = MakeBelieve.Get("/opaques", Shape.Array(Shape.Placeholder()));
        Operation mixed = MakeBelieve.Get("/mixed", Shape.Object(("a", Shape.Placeholder()), ("b", Shape.Array(Shape.Placeholder()))));
        Schema closed = Shape.Placeholder();
        closed.IsClosed = true;
        Operation nothing = MakeBelieve.Get("/nothing", closed);
        Operation[] all = [opaque, list, mixed, nothing];
        AnswerSynthesizer on = new(all, [MakeBelieve.Family(envelope, item)], MakeBelieve.Contoso, 1, MakeBelieve.Clock());
        AnswerSynthesizer off = new(all, [MakeBelieve.Family(envelope, item)], MakeBelieve.Contoso, 1, MakeBelieve.Clock(), new SynthesisOptions { Placeholders = false });

        on.AskJson(opaque).GetProperty("value")[0].TryGetProperty("Title", out _).Should().BeTrue();
        on.AskJson(list)[0].TryGetProperty("Title", out _).Should().BeTrue();
        on.AskJson(mixed).GetProperty("a").GetRawText().Should().Be("{}");
        on.AskJson(mixed).GetProperty("b")[0].TryGetProperty("Title", out _).Should().BeTrue();
        on.AskText(nothing).Should().Be("{}");
        off.AskText(opaque).Should().Be("{}");
        off.AskJson(list)[0].GetRawText().Should().Be("{}");
    }

    [Test]
    public void A_family_without_an_envelope_answers_placeholders_with_an_empty_object()
    {
        Operation operation = MakeBelieve.Get("/opaque", null);

        MakeBelieve.Synthesizer(operation).AskText(operation).Should().Be("{}");
    }
}
