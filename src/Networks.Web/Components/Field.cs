using Microsoft.AspNetCore.Components;
using Networks.Workflows.Common;

namespace Networks.Web.Components;

/// <summary>What all fields share: label, hint, refusal, and the typed value kept after a refusal.</summary>
public abstract class Field : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = default!;

    [CascadingParameter]
    protected PostedForm? Posted { get; set; }

    /// <summary>Name in the form, and the <c>Field</c> of refusals about it.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>One sentence under the label; null for none.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Value before anything is typed; after a refusal the typed one is shown instead.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Said to screen readers and marked optional otherwise; the browser does not check, the service does.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>Distinguishes fields of the same name on one page, e.g. by row; null for none.</summary>
    [Parameter]
    public string? Scope { get; set; }

    protected string Id => IdOf(Name, Scope);

    protected string? Shown => Posted?.IsPosted == true ? Http.Request.Form[Name].ToString() : Value;

    /// <summary>The refusals about this field, in order.</summary>
    protected IReadOnlyList<Refusal> Errors =>
        Posted?.Refusal is { } refusal ? [.. refusal.All.Where(r => r.Field == Name)] : [];

    protected string? Invalid => Errors.Count > 0 ? "true" : null;

    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Errors.Count == 0 ? null : $"{Id}-error" }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }

    public static string IdOf(string name, string? scope = null) => scope is null ? $"f-{name}" : $"f-{scope}-{name}";
}
