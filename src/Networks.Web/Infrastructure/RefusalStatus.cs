using System.Globalization;
using Networks.Data.Faults;
using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure;

/// <summary>The one place where a refusal becomes an HTTP status.</summary>
internal static class RefusalStatus
{
    public static int Of(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Outdated => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        RefusalKind.NoRoom => StatusCodes.Status507InsufficientStorage,
    };

    /// <summary>In seconds, as the header wants it: what an act waits for its turn. Null where trying again helps nothing.</summary>
    public static string? RetryAfter(RefusalKind kind) =>
        kind == RefusalKind.Unavailable ? WriteGate.Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture) : null;
}
