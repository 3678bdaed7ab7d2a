using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Networks.Web.Infrastructure;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>Refusals and errors as RFC 9457 problems with a stable <c>code</c>, the field, and the words of the pages.</summary>
internal static class ApiProblem
{
    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        var status = RefusalStatus.Of(refusal.Kind);
        if (RefusalStatus.RetryAfter(refusal.Kind) is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        return WriteAsync(context, status, refusal.Code, refusal.Text, refusal.Field, [.. refusal.All.Select(Fault.Of)]);
    }

    /// <param name="faults">Several faults of one input; null where there is one thing to say.</param>
    public static Task WriteAsync(HttpContext context, int status, string code, string detail, string? field = null, IReadOnlyList<Fault>? faults = null)
    {
        var problem = new ProblemDetails { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail };
        problem.Extensions["code"] = code;
        if (field is not null)
        {
            problem.Extensions["field"] = field;
        }

        if (faults is { Count: > 1 })
        {
            problem.Extensions["faults"] = faults;
        }

        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }
}
