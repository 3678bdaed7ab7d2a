using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Data.Imports;
using Networks.Workflows.Discovery.Cards;
using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery.Imports;

/// <summary>A firm that an import brings, with its profile and its terms: everything of it that is written.</summary>
internal sealed record NewFirm(Firm Firm, FirmProfile Profile, SearchEntry Entry)
{
    /// <summary>Needs no database, so that it can be done before the act that writes it.</summary>
    public static NewFirm Of(FirmRow row, FirmImport import, DateOnly today, TimeProvider clock)
    {
        var firm = new Firm(FirmId.New(clock), import.AssociationId, row.Key!, row.Key!);
        var profile = new FirmProfile(firm.Id) { ImportId = import.Id };
        row.WriteTo(new FirmState(firm, profile, today, import.ConsentHow ?? "form", clock));
        var entry = new SearchEntry(firm.Id, firm.HeldBy);
        CardKeeping.Fill(entry, firm, profile, today);
        entry.CardIsStale = entry.ShownUntil is not null;
        return new NewFirm(firm, profile, entry);
    }
}
