using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;

namespace Networks.Workflows.Intake;

/// <summary>What a chamber would suspend a firm's filing for, as far as its data tell.</summary>
/// <remarks>Register entry and position: S01, S12. A PEC of its own: S31. Representative's signature: S05.</remarks>
internal static class FirmGaps
{
    /// <summary>A look into the register counts for so many days: half a year, our own advice.</summary>
    public const int RegisterCheckDays = 180;

    /// <summary>Keys of sentences; empty when nothing is missing.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(NetworksDbContext db, Firm firm, DateOnly today, CancellationToken cancellationToken)
    {
        var shared = firm.CertifiedEmail is { } pec && await db.Firms.AnyAsync(f => f.CertifiedEmail == pec && f.Id != firm.Id, cancellationToken);
        return [.. Of(firm, shared, today)];
    }

    private static IEnumerable<string> Of(Firm firm, bool isCertifiedEmailShared, DateOnly today)
    {
        var isEntered = firm.RegisterStatus == RegisterStatus.Entered;
        if (!isEntered && firm.RegisterStatus != RegisterStatus.Professional)
        {
            yield return "intake.check-register";
        }

        if (isEntered && (firm.ReaProvince is null || firm.ReaNumber is null))
        {
            yield return "intake.check-rea";
        }

        if (isEntered && !(firm.RegisterCheckedOn > today.AddDays(-RegisterCheckDays)))
        {
            yield return "intake.check-register-day";
        }

        if (firm.CertifiedEmail is null)
        {
            yield return "intake.check-certified-email";
        }

        if (isCertifiedEmailShared)
        {
            yield return "intake.certified-email-shared";
        }

        if (firm.RepresentativeOn(today) is null)
        {
            yield return "intake.check-representative";
        }
    }
}
