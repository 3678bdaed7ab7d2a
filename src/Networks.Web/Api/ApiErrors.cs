using Networks.Web.Infrastructure;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>Whatever goes wrong below <c>/api</c> is a problem for a program to read, never a page.</summary>
internal sealed class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!ApiAddress.Is(context))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OperationCanceledException)
        {
            var status = ErrorsSetup.StatusOf(e);
            if (status >= StatusCodes.Status500InternalServerError)
            {
                log.LogError(e, "Error {Number} at {Method} {Endpoint}", ErrorsSetup.NumberOf(context), context.Request.Method, context.GetEndpoint()?.DisplayName);
            }

            context.Response.Clear();
            context.Response.StatusCode = status;
        }

        var answer = context.Response;
        if (!answer.HasStarted && answer.StatusCode >= StatusCodes.Status400BadRequest && answer.ContentType is null)
        {
            var code = CodeOf(answer.StatusCode);
            await ApiProblem.WriteAsync(context, answer.StatusCode, code, Words.Say(code, ErrorsSetup.NumberOf(context)));
        }
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "api.token-missing",
        StatusCodes.Status403Forbidden => "common.not-allowed",
        StatusCodes.Status404NotFound => "common.not-found",
        StatusCodes.Status405MethodNotAllowed => "api.method-not-there",
        StatusCodes.Status413PayloadTooLarge => "api.body-too-large",
        StatusCodes.Status503ServiceUnavailable => "common.database-unreachable",
        < StatusCodes.Status500InternalServerError => "api.not-understood",
        _ => "api.broken",
    };
}
