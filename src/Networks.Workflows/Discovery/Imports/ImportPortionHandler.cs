using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Conventions;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Data.Imports;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Cards;
using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery.Imports;

internal sealed class ImportPortionHandler(NetworksDbContext db, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<ImportPortion, Result<Done>>
{
    private readonly List<FirmState> _new = [];
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

        var rows = request.Rows.Select(r => (r.Line, r.Cells, Firm: FirmRow.Read(ImportFile.Fields(_import.Columns, r.Cells)))).ToList();
        var keys = rows.Select(r => r.Firm.Key).OfType<string>().Distinct().ToList();
        var known = await db.Firms.Where(f => keys.Contains(f.TaxCode)).ToDictionaryAsync(f => f.TaxCode, cancellationToken);
        var own = known.Values.Where(f => f.HeldBy == _import.AssociationId).Select(f => f.Id).ToList();
        var profiles = own.Count == 0 ? [] : await db.FirmProfiles.Where(p => own.Contains(p.FirmId)).ToDictionaryAsync(p => p.FirmId, cancellationToken);
        foreach (var (line, cells, firm) in rows)
        {
            Take(line, cells, firm, known, profiles, request.Seen);
        }

        await WriteAsync(cancellationToken);
        _import.RowsDone += rows.Count;
        _import.Fence++;
        End(request.IsLast);
        return Done.It;
    }

    private void Take(int line, IReadOnlyList<string> cells, FirmRow row, Dictionary<string, Firm> known, Dictionary<FirmId, FirmProfile> profiles, SeenRows seen)
    {
        var firm = row.Key is { } number ? known.GetValueOrDefault(number) : null;
        var before = row.Key is { } key ? seen.LineOf(key, line, cells) : null;
        if (before < 0)
        {
            _import.Same++;
        }
        else if (FaultOf(row, firm, before) is { } fault)
        {
            _import.Faults++;
            _faults.Add(new ImportFault(_import.Id, line, fault.Code, Json.Write(fault.Values.Select(v => $"{v}"))));
        }
        else
        {
            seen.Add(row.Key!, line, cells);
            if (firm is null)
            {
                Create(row);
            }
            else
            {
                Change(row, firm, profiles);
            }
        }
    }

    private Refusal? FaultOf(FirmRow row, Firm? firm, int? before) =>
        row.Faults.Count > 0 ? row.Faults[0]
        : row.Key is null ? DiscoveryRefusals.NumberMissing
        : before is { } line ? new Refusal(RefusalKind.Invalid, "discovery.row-doubled", line)
        : firm is null ? row.Given("name") is null ? new Refusal(RefusalKind.Invalid, "discovery.name-missing") : null
        : firm.HeldBy == _import.AssociationId ? null : DiscoveryRefusals.HeldElsewhere;

    private void Create(FirmRow row)
    {
        _import.Created++;
        if (_import.Status == ImportStatus.Importing)
        {
            var firm = new Firm(FirmId.New(clock), _import.AssociationId, row.Key!, row.Key!);
            var state = State(firm, new FirmProfile(firm.Id) { ImportId = _import.Id });
            row.WriteTo(state);
            _new.Add(state);
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
        await BulkRows.InsertAsync(db, [.. _new.Select(EntryOf)], null, cancellationToken);
        await BulkRows.InsertAsync(db, _faults, null, cancellationToken);
    }

    private SearchEntry EntryOf(FirmState state)
    {
        var entry = new SearchEntry(state.Firm.Id, state.Firm.HeldBy);
        CardKeeping.Fill(entry, state.Firm, state.Profile, state.Today);
        entry.CardIsStale = entry.ShownUntil is not null;
        return entry;
    }

    private void End(bool isLast)
    {
        if (_import.Faults > ImportPortion.MostFaults)
        {
            _import.Status = ImportStatus.Failed;
            _import.Failure = "discovery.import-too-many-faults";
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
