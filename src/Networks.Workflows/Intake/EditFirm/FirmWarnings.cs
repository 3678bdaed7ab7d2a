using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Firms;

namespace Networks.Workflows.Intake.EditFirm;

/// <summary>What is stored as typed but worth a second look; keys of sentences.</summary>
internal static class FirmWarnings
{
    public static async Task<IReadOnlyList<string>> OfAsync(NetworksDbContext db, Case @case, Firm firm, CancellationToken cancellationToken)
    {
        var warnings = new List<string>();

        // A certified mailbox is the domicile of one firm alone: two with the same are a slip, or an accountant's mailbox.
        if (firm.CertifiedEmail is { } pec && await db.Firms.AnyAsync(f => f.CertifiedEmail == pec && f.Id != firm.Id, cancellationToken))
        {
            warnings.Add("intake.certified-email-shared");
        }

        if (TaxCode.TryParse(firm.TaxCode, out var code, out _) && code.HasOddOffice)
        {
            warnings.Add("identifiers.tax-code-odd-office");
        }

        if (await FrozenText.IsFrozenAsync(db, @case, cancellationToken))
        {
            warnings.Add("intake.text-is-frozen");
        }

        return warnings;
    }
}
