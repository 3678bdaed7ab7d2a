using System.Diagnostics.CodeAnalysis;
using MediatR;
using Microsoft.AspNetCore.Components;
using Networks.Data;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Shell;

/// <summary>
/// What every page stands on: words, the posted form, sending a request, and showing its refusal with the right status.
/// </summary>
public abstract class NetworksPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The last "no" of this request; hand it to the form (<c>ActForm Refusal</c>) or to ErrorSummary.</summary>
    protected Refusal? Refusal { get; private set; }

    /// <summary>Whether this request posts a form.</summary>
    protected bool Posted => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>The operation id of the posted form; an empty id when the form had none, which the pipeline refuses.</summary>
    protected Guid Operation => Guid.TryParse(Form("op"), out var id) ? id : Guid.Empty;

    /// <summary>The sentence with this key in the language of the page.</summary>
    protected static string T(string key, params object[] values) => Words.Say(key, values);

    /// <summary>A posted value without the spaces around it; null when it is missing or empty.</summary>
    protected string? Form(string name) =>
        Http.Request.HasFormContentType && Http.Request.Form[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    /// <summary>All posted values of a name (ticked boxes, lists), never null.</summary>
    protected IReadOnlyList<string> Forms(string name) =>
        Http.Request.HasFormContentType ? [.. Http.Request.Form[name].OfType<string>()] : [];

    /// <summary>A posted file; null when none was chosen.</summary>
    protected IFormFile? FormFile(string name) =>
        Http.Request.HasFormContentType ? Http.Request.Form.Files.GetFile(name) : null;

    /// <summary>Sends a request through the pipeline. When it is refused, the page has its status and <see cref="Refusal"/>.</summary>
    /// <returns>The answer; ask <c>Ok</c> before its value.</returns>
    protected async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request)
    {
        if (Posted && Http.Request.HasFormContentType)
        {
            Http.RequestServices.GetRequiredService<CurrentOperation>().FormHash ??= SentForm.Hash(Http.Request);
        }

        var result = await Http.RequestServices.GetRequiredService<IMediator>().Send(request, Http.RequestAborted);
        if (result.Refusal is { } refusal)
        {
            Refuse(refusal);
        }

        return result;
    }

    /// <summary>Whether a form is worth showing: what the matrix gives this person in the case. The act itself is judged when it comes.</summary>
    protected async Task<bool> MayAsync(Right right, Guid caseId) =>
        AccessPolicy.Allows(right, await Http.RequestServices.GetRequiredService<CaseRelations>().ToAsync(new CaseId(caseId), Http.RequestAborted));

    /// <summary>Gives the page the status of the refusal. Not found ends the page: 404.</summary>
    protected void Refuse(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        if (refusal.Kind == RefusalKind.NotFound)
        {
            Missing();
        }

        Refusal = refusal;
        GoneForm.Keep(Http, refusal);
        if (!Http.Response.HasStarted)
        {
            Http.Response.StatusCode = RefusalStatus.Of(refusal.Kind);
            Http.Response.Headers.RetryAfter = RefusalStatus.RetryAfter(refusal.Kind);
        }
    }

    /// <summary>Ends the page as if it did not exist: 404, the same for foreign and not existing.</summary>
    [DoesNotReturn]
    protected static void Missing() => throw new NotThereException();

    /// <summary>After an act: on to a page of ours by GET, with a sentence there that tells what was done.</summary>
    protected void GoTo(string address, string? notice = null)
    {
        if (notice is not null)
        {
            Notice.Keep(Http, notice);
        }

        Navigation.NavigateTo(LocalAddress.Of(address));
    }
}
