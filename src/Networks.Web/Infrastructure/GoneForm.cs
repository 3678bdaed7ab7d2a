using Microsoft.AspNetCore.Antiforgery;
using Networks.Web.Shell;
using Networks.Workflows.Common;
using Networks.Workflows.Pipeline;

namespace Networks.Web.Infrastructure;

/// <summary>
/// A form that was still open on somebody's screen when its page went on without it: a colleague was first, the button was
/// pressed twice, the text moved. The framework answers 400 and drops what was typed; we say what happened and show it.
/// </summary>
internal static class GoneForm
{
    private static readonly object _refusal = new();
    private static readonly object _gone = new();

    /// <summary>Remembers why the page of this request does not show its form.</summary>
    public static void Keep(HttpContext context, Refusal refusal) => context.Items[_refusal] = refusal;

    /// <summary>
    /// Turns the framework's answer to a form that is not on the page into ours: a copy of one that was done goes on as the
    /// first did, to what the page shows now; any other gets 409, or the status of the page's own refusal.
    /// </summary>
    public static async Task TellAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.Response is not { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } || !HttpMethods.IsPost(request.Method))
        {
            return;
        }

        if (WasCutOff(context))
        {
            context.Response.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }
            || string.IsNullOrEmpty(request.Form["_handler"]))
        {
            return;
        }

        if (await WasDoneAsync(context))
        {
            Notice.Keep(context, Words.Say("shell.done-before"));
            context.Response.ContentType = null;
            context.Response.Redirect(LocalAddress.Of($"{request.Path}{request.QueryString}"));
            return;
        }

        context.Items[_gone] = true;
        context.Response.ContentType = null;
        context.Response.StatusCode = RefusalOf(context) is { } refusal ? RefusalStatus.Of(refusal.Kind) : StatusCodes.Status409Conflict;
    }

    public static bool Is(HttpContext context) => context.Items.ContainsKey(_gone);

    /// <summary>What the page said instead of showing the form; null when it said nothing.</summary>
    public static Refusal? RefusalOf(HttpContext context) => context.Items[_refusal] as Refusal;

    private static async Task<bool> WasDoneAsync(HttpContext context) =>
        Guid.TryParse(context.Request.Form["op"], out var operation)
        && await context.RequestServices.GetRequiredService<CompletedOperations>().WasSentAsync(operation, SentForm.Hash(context.Request), context.RequestAborted);

    // The first to read the form is the check against forgery: it takes a body that is too large for a form without its proof.
    private static bool WasCutOff(HttpContext context)
    {
        for (var e = context.Features.Get<IAntiforgeryValidationFeature>()?.Error as Exception; e is not null; e = e.InnerException)
        {
            if (e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            {
                return true;
            }
        }

        return false;
    }
}
