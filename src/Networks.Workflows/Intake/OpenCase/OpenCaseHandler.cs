using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Intake.OpenCase;

internal sealed class OpenCaseHandler(
    NetworksDbContext db,
    FirmMatching matching,
    FirmAdmission admission,
    CaseReferences references,
    WorkflowEngine engine,
    CaseHistory history,
    BusinessCalendar calendar,
    IActor actor,
    TimeProvider clock) : IRequestHandler<OpenCase, Result<OpenedCase>>
{
    public const string CaseOpened = "intake.case-opened";

    /// <summary>Name of the process that every new case runs; its newest version.</summary>
    private const string process = "form-network";

    public async Task<Result<OpenedCase>> Handle(OpenCase request, CancellationToken cancellationToken)
    {
        var matches = await matching.MatchAsync(request.Firms, request.Details, request.Kind, null, cancellationToken);
        var refusals = FirmAdmission.Refusals(request.Firms, matches, request.Kind).Append(NetworkChoices.Misfit(request.Kind, request.Form));
        if (Refusal.Together(refusals.OfType<Refusal>()) is { } refusal)
        {
            return refusal;
        }

        var today = calendar.Today();
        var owner = await db.Associations.SingleAsync(a => a.Id == actor.Association, cancellationToken);
        var reference = await references.NextAsync(today.Year, cancellationToken);
        var @case = new Case(CaseId.New(clock), reference, owner.ProgrammeId, owner.Id, request.Need!.Trim(), today);
        var network = new EnterpriseNetwork(@case.Id, NameOf(request, matches, reference)) { Kind = request.Kind, Form = request.Form };
        db.Add(@case);
        db.Add(network);
        history.Record(@case, CaseOpened, today, new Dictionary<string, string> { ["firms"] = $"{matches.Count}", ["reference"] = reference }, @case.Need);
        RecordChoices(@case, network, today);

        var added = await admission.AdmitAsync(@case, matches, cancellationToken);
        await engine.StartAsync(@case, process, cancellationToken);
        await admission.AskDesksAsync(@case, added, matches, cancellationToken);
        return new OpenedCase(@case.Id, reference, network.Name, added.Count, added.Count(p => p.Status == ParticipantStatus.Proposed));
    }

    private void RecordChoices(Case @case, EnterpriseNetwork network, DateOnly today)
    {
        if (network.Kind is not null)
        {
            history.Record(@case, NetworkChoices.Chosen(network.Kind), today);
        }

        if (network.Form is not null)
        {
            history.Record(@case, NetworkChoices.Chosen(network.Form), today);
        }
    }

    // A firm of another desk lends no name: what it is called is not ours to write before its desk has said yes.
    private static string NameOf(OpenCase request, IReadOnlyList<FirmMatch> matches, string reference)
    {
        var first = matches.FirstOrDefault(m => m.State != EntryState.HeldElsewhere && m.Shown != m.Entry.TaxCode);
        return request.Name?.Trim() is { Length: > 0 } typed ? typed
            : $"Rete {(first is null ? reference : FirmNames.WithoutForm(first.Shown))}";
    }
}
