using System.Text;

namespace Harness.Mock.Refusals;

/// <summary>A refusal's text with its <c>{{variables}}</c> taken apart once, so that answering only joins the pieces.</summary>
internal sealed class RefusalTemplate
{
    private readonly List<Piece> _pieces = [];

    public RefusalTemplate(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf("{{", at, StringComparison.Ordinal);
            int close = open < 0 ? -1 : text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            _pieces.Add(new Piece(text[at..open], null));
            _pieces.Add(new Piece("", text[(open + 2)..close].Trim()));
            at = close + 2;
        }

        _pieces.Add(new Piece(text[at..], null));
    }

    public bool IsConstant => _pieces.Count == 1;

    public string Render(Func<string, string> variable, bool asJson)
    {
        if (IsConstant)
        {
            return _pieces[0].Text;
        }

        var text = new StringBuilder();
        foreach (Piece piece in _pieces)
        {
            text.Append(piece.Variable is null ? piece.Text : Escape(variable(piece.Variable), asJson));
        }

        return text.ToString();
    }

    // A path or a header of the call may hold quotes; it must not break out of the JSON text around it.
    private static string Escape(string value, bool asJson) =>
        asJson ? System.Text.Json.JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString() : value;

    private readonly record struct Piece(string Text, string? Variable);
}
