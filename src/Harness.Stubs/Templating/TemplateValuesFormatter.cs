using System.Diagnostics.CodeAnalysis;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace Harness.Stubs.Templating;

/// <summary>Writes values that are taken all at once as they were sent; the library would join their parts with commas.</summary>
internal sealed class TemplateValuesFormatter : IFormatter, IFormatterProvider
{
    public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(value!.ToString(), encode: false);

    public bool TryCreateFormatter(Type type, [MaybeNullWhen(false)] out IFormatter formatter)
    {
        formatter = type == typeof(TemplateValues) ? this : null;
        return formatter is not null;
    }
}
