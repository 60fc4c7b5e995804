using HandlebarsDotNet;

namespace Harness.Stubs.Templating;

/// <summary>Finds no partial template: the library's own resolver would look for files.</summary>
internal sealed class NoPartials : IPartialTemplateResolver
{
    public bool TryRegisterPartial(IHandlebars env, string? partialName, string? templatePath) => false;
}
