using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.Files;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Drafting;

/// <summary>Adds a version of the text, however it came about.</summary>
internal sealed class NewVersion(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, IActor actor, TimeProvider clock)
{
    /// <summary>Null when a new version may be made now.</summary>
    public static Refusal? Refuse(Case @case) => @case switch
    {
        { Status: CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended } => TextRefusals.Closed,
        { DeedOn: not null } => TextRefusals.AfterDeed,
        _ => null,
    };

    /// <summary>Whether firms have answers that a new text would make superseded.</summary>
    public async Task<bool> SupersedesAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var round = await db.ApprovalRounds.AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken);
        return round is { Status: RoundStatus.Open } or { Status: RoundStatus.Closed, Kind: RoundKind.Final, ApprovedByAll: true };
    }

    /// <param name="template">The version of the template that made it; null for an upload.</param>
    /// <param name="supersede">The officer has ticked that the open round closes.</param>
    public async Task<Result<VersionAdded>> AddAsync(
        Case @case, string networkName, StoredBytes stored, WordText text, DraftOrigin origin, string? template, string? note, bool supersede, CancellationToken cancellationToken)
    {
        var newest = await db.Drafts.Where(d => d.CaseId == @case.Id).OrderByDescending(d => d.Number).FirstOrDefaultAsync(cancellationToken);
        if (newest is not null && newest.TextHash == text.Sha256)
        {
            return TextRefusals.SameText(newest.Number);
        }

        var supersedes = await SupersedesAsync(@case.Id, cancellationToken);
        if (supersedes && !supersede)
        {
            return TextRefusals.RoundWouldClose;
        }

        var number = (newest?.Number ?? 0) + 1;
        var now = clock.GetUtcNow();
        var file = new StoredFile(FileId.New(clock), stored.Sha256, stored.SizeBytes, $"{networkName} - v{number}.docx", WordFile.MediaType, now) { CaseId = @case.Id };
        var draft = new Draft(DraftId.New(clock), @case.Id, number, file.Id, text.Sha256, now)
        {
            CreatedBy = actor.Officer,
            Origin = origin,
            Template = template,
            Note = note,
        };
        db.Add(file);
        db.Add(draft);
        history.Record(
            @case,
            origin == DraftOrigin.Generated ? "drafting.draft-generated" : "drafting.version-uploaded",
            calendar.Today(),
            new Dictionary<string, string> { ["version"] = $"{number}", ["sha256"] = stored.Sha256[..16] },
            note);
        if (supersedes)
        {
            await engine.SignalAsync(@case, CaseSignals.TextChanged, Guid.Empty, cancellationToken);
        }

        return new VersionAdded(draft.Id, number, supersedes);
    }
}

/// <param name="Superseded">Answers to the text before no longer count.</param>
public sealed record VersionAdded(DraftId Draft, int Number, bool Superseded);
