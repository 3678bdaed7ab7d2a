using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Intake.TakeInNetwork;

internal sealed class TakeInNetworkHandler(
    NetworksDbContext db, FirmMatching matching, FirmAdmission admission, CaseReferences references, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, IActor actor, TimeProvider clock)
    : IRequestHandler<TakeInNetwork, Result<TakenIn>>
{
    public const string TakenIn = "intake.network-taken-in";

    private const string _process = "strengthen-network";

    public async Task<Result<TakenIn>> Handle(TakeInNetwork request, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var lines = RegisterLines.Read(request.Firms);
        var typed = string.Join('\n', lines.Select(l => l.Firm));
        var matches = await matching.MatchAsync(typed, [.. lines.Select(l => new FirmFacts(l.Key) { Rea = l.Rea })], request.Kind, null, cancellationToken);
        var own = request.SeatProvince is { } province ? Chambers.Of(province.Trim().ToUpperInvariant(), today) : null;
        var refusals = RegisterLines.Faults(lines, today).Concat(FirmAdmission.Refusals(typed, matches, request.Kind));
        if (request.DeedOn > today)
        {
            refusals = refusals.Prepend(TakeInRefusals.DeedToCome(request.DeedOn.Value));
        }

        if (request.OwnEntryOn is not null && own is null)
        {
            refusals = refusals.Append(TakeInRefusals.SeatUnknown);
        }

        if (Refusal.Together(refusals) is { } refusal)
        {
            return refusal;
        }

        var owner = await db.Associations.SingleAsync(a => a.Id == actor.Association, cancellationToken);
        var reference = await references.NextAsync(today.Year, cancellationToken);
        var @case = new Case(CaseId.New(clock), reference, owner.ProgrammeId, owner.Id, CaseNeed.Strengthen, today) { DeedOn = request.DeedOn };
        db.Add(@case);
        db.Add(Network(@case.Id, request, today));
        history.Record(@case, TakenIn, today, new Dictionary<string, string> { ["contract"] = request.ContractNumber?.Trim() ?? "", ["firms"] = $"{matches.Count}", ["reference"] = reference });
        var added = await admission.AdmitAsync(@case, matches, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await FileAsync(@case, request, lines, added, own, cancellationToken);
        await engine.StartAsync(@case, _process, cancellationToken);
        await admission.AskDesksAsync(@case, added, matches, cancellationToken);
        return new TakenIn(@case.Id, reference, added.Count, added.Count(p => p.Status == ParticipantStatus.Proposed));
    }

    private static EnterpriseNetwork Network(CaseId id, TakeInNetwork request, DateOnly today) => new(id, request.Name!.Trim())
    {
        Kind = request.Kind,
        TakenInOn = today,
        ContractNumber = string.IsNullOrWhiteSpace(request.ContractNumber) ? null : request.ContractNumber.Trim(),
        Terms = new ContractTerms { DurationYears = request.DurationYears, RenewalYears = request.RenewalYears, NoticeMonths = request.NoticeMonths },
        Fund = request.HasFund ? new CommonFund("", "", null, 0) : null,
        Body = string.IsNullOrWhiteSpace(request.Body) ? null : new CommonBody(request.Body.Trim(), "", "", null),
    };

    // What the register has entered, as entries: they were filed by whoever filed them then, and nothing of that is told.
    private async Task FileAsync(Case @case, TakeInNetwork request, IReadOnlyList<RegisterLine> lines, IReadOnlyList<Participant> added, Chamber? own, CancellationToken cancellationToken)
    {
        foreach (var (line, participant) in lines.Zip(added))
        {
            var firm = await db.Firms.SingleAsync(f => f.Id == participant.FirmId, cancellationToken);
            if (ReaNumber.TryParse(line.Rea, out var rea, out _) && firm.ReaNumber is null && firm.HeldBy == actor.Association)
            {
                (firm.ReaProvince, firm.ReaNumber) = (rea.Sigla, rea.Number);
            }

            if (request.Kind == NetworkKind.Contractual && line.EnteredOn is { } on && Chambers.Of(rea.Sigla, on) is { } chamber)
            {
                Enter(new Filing(FilingId.New(clock), @case.Id, participant.Id, chamber.Code, participant.DeskId), on);
            }
        }

        if (request is { Kind: NetworkKind.LegalEntity, OwnEntryOn: { } entered } && own is not null)
        {
            Enter(new Filing(FilingId.New(clock), @case.Id, null, own.Code, @case.OwnerId), entered);
        }
    }

    private void Enter(Filing filing, DateOnly on)
    {
        filing.Enter(on);
        db.Add(filing);
    }
}
