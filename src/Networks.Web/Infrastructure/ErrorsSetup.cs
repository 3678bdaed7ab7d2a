using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Networks.Data.Faults;

namespace Networks.Web.Infrastructure;

/// <summary>What happens when we are broken: a page with a number to quote; the log has the same number and the rest.</summary>
internal static class ErrorsSetup
{
    public static void AddNetworksErrors(this IServiceCollection services) => services.AddExceptionHandler<NumberedErrors>();

    public static void UseNetworksErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowAsync);
    }

    // The page that tells of a refused or broken POST is itself shown, not posted: its form is not read or judged again.
    private static async Task ShowAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null)
        {
            await next(context);
            await GoneForm.TellAsync(context);
            return;
        }

        var method = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
        }
    }

    /// <summary>404 and 413 are the sender's matter and have their own pages; all else is ours. A database that is away comes back.</summary>
    public static int StatusOf(Exception exception) => exception switch
    {
        NotThereException => StatusCodes.Status404NotFound,
        BadHttpRequestException bad => bad.StatusCode,
        _ when DatabaseFaults.Of(exception) is DatabaseFault.Unreachable or DatabaseFault.Unflushed => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Eight signs that a person can read out on the phone.</summary>
    public static string NumberOf(HttpContext context)
    {
        var trace = Activity.Current?.TraceId.ToHexString() ?? Convert.ToHexStringLower(BitConverter.GetBytes(context.TraceIdentifier.GetHashCode(StringComparison.Ordinal)));
        return $"{trace[..4]}-{trace[4..8]}".ToUpperInvariant();
    }
}

/// <summary>Logs the error under the number that the page shows, and leaves the page to the shell.</summary>
internal sealed class NumberedErrors(ILogger<NumberedErrors> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (ErrorsSetup.StatusOf(exception) < StatusCodes.Status500InternalServerError)
        {
            return ValueTask.FromResult(false);
        }

        log.LogError(exception, "Error {Number} at {Method} {Endpoint}", ErrorsSetup.NumberOf(httpContext), httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName);
        return ValueTask.FromResult(false);
    }
}
