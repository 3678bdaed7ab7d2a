using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery.SaveFirmRecord;

internal sealed class SaveFirmRecordHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<SaveFirmRecord, Result<FirmId>>
{
    private static readonly string[] _consents = ["allows-contact", "allows-anonymous", "allows-name"];

    public async Task<Result<FirmId>> Handle(SaveFirmRecord request, CancellationToken cancellationToken)
    {
        var desk = actor.Association ?? default;
        var firm = request.Firm is { } id ? await db.Firms.FirstOrDefaultAsync(f => f.Id == id && f.HeldBy == desk, cancellationToken) : null;
        if (request.Firm is not null && firm is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        var row = FirmRow.Read(request.Values);
        var key = row.Key ?? firm?.TaxCode;
        var profile = firm is null ? null : await db.FirmProfiles.FirstOrDefaultAsync(p => p.FirmId == firm.Id, cancellationToken);
        if (Refusal.Together(await FaultsAsync(request, row, key, firm, profile, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        if (firm is null)
        {
            firm = new Firm(FirmId.New(clock), desk, key!, key!);
            db.Add(firm);
        }

        if (profile is null)
        {
            profile = new FirmProfile(firm.Id);
            db.Add(profile);
        }

        row.WriteTo(new FirmState(firm, profile, calendar.Today(), request.How ?? "phone", clock));
        profile.UpdatedOn = calendar.Today();
        return firm.Id;
    }

    private async Task<List<Refusal>> FaultsAsync(SaveFirmRecord request, FirmRow row, string? key, Firm? firm, FirmProfile? profile, CancellationToken cancellationToken)
    {
        var faults = row.Faults.ToList();
        if (key is null)
        {
            faults.AddRange(faults.Count == 0 ? [DiscoveryRefusals.NumberMissing] : []);
        }
        else if (await db.Firms.AsNoTracking().Where(f => f.TaxCode == key).Select(f => new { f.Id, f.HeldBy }).FirstOrDefaultAsync(cancellationToken) is { } other && other.Id != firm?.Id)
        {
            faults.Add(other.HeldBy == actor.Association ? DiscoveryRefusals.KnownAlready : DiscoveryRefusals.HeldElsewhere);
        }

        var now = firm is null ? null : RegisterFields.Read(new FirmState(firm, profile ?? new FirmProfile(firm.Id), calendar.Today(), "", clock));
        if (request.How is null && _consents.Any(c => row.Given(c) is { } given && given != now?[c]))
        {
            faults.Add(DiscoveryRefusals.HowMissing);
        }

        return faults;
    }
}
