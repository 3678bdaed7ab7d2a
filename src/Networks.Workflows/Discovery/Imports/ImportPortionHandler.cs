using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Conventions;
using Networks.Data.Firms;
using Networks.Data.Imports;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery.Imports;

internal sealed class ImportPortionHandler(NetworksDbContext db, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<ImportPortion, Result<Done>>
{
    private readonly List<NewFirm> _new = [];
    private readonly List<ImportFault> _faults = [];
    private FirmImport _import = null!;

    public async Task<Result<Done>> Handle(ImportPortion request, CancellationToken cancellationToken)
    {
        _new.Clear();
        _faults.Clear();
        _import = await db.FirmImports.SingleAsync(i => i.Id == request.Import, cancellationToken);
        if (_import.RowsDone != request.After || _import.Status is not (ImportStatus.Checking or ImportStatus.Importing))
        {
            return new Refusal(RefusalKind.Conflict, "discovery.import-moved-on");
        }

        var keys = request.Rows.Select(r => r.Firm.Key).OfType<string>().Distinct().ToList();
        // Most are new, and a look at the numbers alone costs little.
        var taken = await db.Firms.Where(f => keys.Contains(f.TaxCode)).Select(f => f.TaxCode).ToListAsync(cancellationToken);
        var known = taken.Count == 0 ? [] : await db.Firms.Where(f => taken.Contains(f.TaxCode)).ToDictionaryAsync(f => f.TaxCode, cancellationToken);
        var own = known.Values.Where(f => f.HeldBy == _import.AssociationId).Select(f => f.Id).ToList();
        var profiles = own.Count == 0 ? [] : await db.FirmProfiles.Where(p => own.Contains(p.FirmId)).ToDictionaryAsync(p => p.FirmId, cancellationToken);
        foreach (var row in request.Rows)
        {
            Take(row, known, profiles, request.Seen);
        }

        await WriteAsync(cancellationToken);
        _import.RowsDone += request.Rows.Count;
        _import.Fence++;
        End(request.IsLast, request.Failure);
        return Done.It;
    }

    private void Take(PortionRow row, Dictionary<string, Firm> known, Dictionary<FirmId, FirmProfile> profiles, SeenRows seen)
    {
        var firm = row.Firm.Key is { } number ? known.GetValueOrDefault(number) : null;
        var before = row.Firm.Key is { } key ? seen.LineOf(key, row.Line, row.Cells) : null;
        if (before < 0)
        {
            _import.Same++;
        }
        else if (FaultOf(row.Firm, firm, before) is { } fault)
        {
            _import.Faults++;
            _faults.Add(new ImportFault(_import.Id, row.Line, fault.Code, Json.Write(fault.Values.Select(v => $"{v}"))));
        }
        else
        {
            seen.Add(row.Firm.Key!, row.Line, row.Cells);
            if (firm is null)
            {
                Create(row);
            }
            else
            {
                Change(row.Firm, firm, profiles);
            }
        }
    }

    private Refusal? FaultOf(FirmRow row, Firm? firm, int? before) =>
        row.Faults.Count > 0 ? row.Faults[0]
        : row.Key is null ? DiscoveryRefusals.NumberMissing
        : before is { } line ? new Refusal(RefusalKind.Invalid, "discovery.row-doubled", line)
        : firm is null ? row.Given("name") is null ? new Refusal(RefusalKind.Invalid, "discovery.name-missing") : null
        : firm.HeldBy == _import.AssociationId ? null : DiscoveryRefusals.HeldElsewhere;

    private void Create(PortionRow row)
    {
        _import.Created++;
        if (_import.Status == ImportStatus.Importing)
        {
            _new.Add(row.New ?? NewFirm.Of(row.Firm, _import, calendar.Today(), clock));
        }
    }

    // The row gives what it has; what it leaves empty stays.
    private void Change(FirmRow row, Firm firm, Dictionary<FirmId, FirmProfile> profiles)
    {
        var profile = profiles.GetValueOrDefault(firm.Id) ?? new FirmProfile(firm.Id);
        var state = State(firm, profile);
        var before = RegisterFields.Read(state);
        if (row.Values.All(v => v.Value.Length == 0 || before.GetValueOrDefault(v.Key) == v.Value || v.Key == "employees" && before["size"] == v.Value))
        {
            _import.Same++;
            return;
        }

        _import.Updated++;
        if (_import.Status == ImportStatus.Importing)
        {
            row.WriteTo(state);
            db.Add(new ImportChange(_import.Id, firm.Id, Json.Write(before), Json.Write(RegisterFields.Read(state))));
            if (!profiles.ContainsKey(firm.Id))
            {
                db.Add(profile);
            }
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await BulkRows.InsertAsync(db, [.. _new.Select(s => s.Firm)], null, cancellationToken);
        await BulkRows.InsertAsync(db, [.. _new.Select(s => s.Profile)], null, cancellationToken);
        var consents = _new.SelectMany(s => s.Firm.Consents.Select(c => (c, s.Firm.Id))).ToDictionary(c => c.c, c => c.Id);
        await BulkRows.InsertAsync(db, [.. consents.Keys], (consent, _) => consents[consent], cancellationToken);
        await BulkRows.InsertAsync(db, [.. _new.Select(s => s.Entry)], null, cancellationToken);
        await BulkRows.InsertAsync(db, _faults, null, cancellationToken);
    }

    private void End(bool isLast, string? failure)
    {
        failure = _import.Faults > ImportPortion.MostFaults ? "discovery.import-too-many-faults" : failure;
        if (failure is not null)
        {
            _import.Status = ImportStatus.Failed;
            _import.Failure = failure;
            _import.EndedAt = clock.GetUtcNow();
        }
        else if (isLast)
        {
            _import.Rows = _import.RowsDone;
            _import.Status = _import.Status == ImportStatus.Checking ? ImportStatus.Checked : ImportStatus.Done;
            _import.EndedAt = clock.GetUtcNow();
        }
    }

    private FirmState State(Firm firm, FirmProfile profile) => new(firm, profile, calendar.Today(), _import.ConsentHow ?? "form", clock);
}
