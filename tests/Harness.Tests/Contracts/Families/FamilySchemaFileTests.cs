using System.Text.Json;
using Harness.Contracts.Families;
using Harness.Contracts.Families.Reading;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Families;

/// <summary>What an editor completes is what the reader reads.</summary>
public sealed class FamilySchemaFileTests
{
    private JsonDocument _schema = null!;

    [OneTimeSetUp]
    public void ReadSchema() => _schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Contracts, "family.schema.json")));

    [OneTimeTearDown]
    public void CloseSchema() => _schema.Dispose();

    [TestCaseSource(nameof(Sections))]
    public void A_section_has_the_same_keys_in_the_schema_file_and_in_the_reader(string section)
    {
        IEnumerable<string> inSchema = Section(section).GetProperty("properties").EnumerateObject().Select(p => p.Name);

        inSchema.Should().BeEquivalentTo(FamilyKeys.Sections()[section]);
    }

    [Test]
    public void Every_object_with_keys_in_the_schema_file_is_a_section_that_the_reader_knows() =>
        _schema.RootElement.GetProperty("$defs").EnumerateObject().Where(d => d.Value.TryGetProperty("properties", out _)).Select(d => d.Name)
            .Should().BeEquivalentTo(FamilyKeys.Sections().Keys.Where(s => s != "family"));

    [TestCaseSource(nameof(Sections))]
    public void Every_key_is_described_for_the_person_who_completes_it(string section)
    {
        foreach (JsonProperty property in Section(section).GetProperty("properties").EnumerateObject())
        {
            bool described = property.Value.TryGetProperty("description", out _)
                || (property.Value.TryGetProperty("$ref", out JsonElement target)
                    && Section(target.GetString()!.Split('/')[^1]).TryGetProperty("description", out _));
            described.Should().BeTrue("{0}.{1} wants a description", section, property.Name);
        }
    }

    [Test]
    public void Every_reference_leads_somewhere()
    {
        string text = _schema.RootElement.GetRawText();
        IEnumerable<string> targets = text.Split("\"#/$defs/").Skip(1).Select(t => t[..t.IndexOf('"', StringComparison.Ordinal)]).Distinct();

        targets.Should().BeSubsetOf(_schema.RootElement.GetProperty("$defs").EnumerateObject().Select(d => d.Name));
    }

    [Test]
    public void The_body_of_a_refusal_names_every_template_variable() =>
        RefusalVariables.All.Keys.Should().OnlyContain(
            name =>
                Section("refusal").GetProperty("properties").GetProperty("body").GetProperty("description").GetString()!.Contains($"{{{{{name}}}}}"));

    [Test]
    public void Grades_are_spelled_as_the_reader_spells_them() =>
        Section("evidence").GetProperty("enum").EnumerateArray().Select(e => e.GetString()).Should().BeEquivalentTo(FamilyValues.Grades.Words);

    private static IEnumerable<string> Sections() => FamilyKeys.Sections().Keys;

    private JsonElement Section(string name) => name == "family" ? _schema.RootElement : _schema.RootElement.GetProperty("$defs").GetProperty(name);
}
