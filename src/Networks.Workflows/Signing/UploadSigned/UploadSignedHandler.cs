using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Files;
using Networks.Data.Signing;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Signing.UploadSigned;

internal sealed class UploadSignedHandler(
    NetworksDbContext db,
    SignatureCheck check,
    WorkflowEngine engine,
    SignatureCount count,
    CaseHistory history,
    CaseRelations relations,
    IActor actor,
    TimeProvider clock)
    : IRequestHandler<UploadSigned, Result<UploadedSigned>>
{
    public async Task<Result<UploadedSigned>> Handle(UploadSigned request, CancellationToken cancellationToken)
    {
        // A desk that was only asked for a firm learns nothing of the signing.
        if (AccessPolicy.Refuse(Right.CaseRead, await relations.ToAsync(request.CaseId, cancellationToken)) is { } unseen)
        {
            return unseen;
        }

        var today = BusinessCalendar.DayOf(clock.GetUtcNow());
        var state = await SigningState.LoadAsync(db, request.CaseId, today, cancellationToken);
        if (state?.Case.DeedOn is { } made)
        {
            return SigningRefusals.DeedAlreadyMade(made);
        }

        if (state is null || (await engine.OpenTasksAsync(state.Case, SigningSteps.UploadSigned, null, cancellationToken)).Count == 0)
        {
            return SigningRefusals.NotSigning;
        }

        var own = state.Signatories.Where(s => actor.ActsFor(state.Case, s.Participant)).Select(s => s.Id).ToHashSet();
        if (own.Count == 0)
        {
            return SigningRefusals.NotYourFirms;
        }

        var known = await db.Files.Where(f => f.CaseId == request.CaseId).ToDictionaryAsync(f => f.Id, f => f.Sha256, cancellationToken);
        var checkedFiles = new List<CheckedFile>();
        foreach (var upload in request.Files)
        {
            checkedFiles.Add(await check.LookAsync(upload, state, own, known, cancellationToken));
        }

        var refusals = state.FilingObstacles(today).Concat(checkedFiles.Select(f => f.Refusal).OfType<Refusal>()).ToList();
        if (Refusal.Together(refusals) is { } refused)
        {
            return refused;
        }

        var kept = checkedFiles.Select(file => Keep(state, file)).ToList();
        var signed = state with { Files = [.. state.Files, .. kept] };
        var counting = kept.Where(f => f.Counts).SelectMany(f => f.Signatories).ToList();
        var deedMade = await count.AddAsync(signed, counting, cancellationToken);
        return new UploadedSigned([.. checkedFiles.Zip(kept, (file, row) => Told(file, row, state))], deedMade);
    }

    private SignedFile Keep(SigningState state, CheckedFile file)
    {
        var stored = new StoredFile(FileId.New(clock), file.Upload.Bytes.Sha256, file.Upload.Bytes.SizeBytes, file.SafeName, file.ContentType, clock.GetUtcNow())
        {
            CaseId = state.Case.Id,
        };
        db.Add(stored);
        var row = new SignedFile(Ids.New(clock), state.Case.Id, state.Text.Id, stored.Id, file.Report.Verdict, file.Report.ToJson(), clock.GetUtcNow())
        {
            UploadedBy = actor.Officer,
            Signatories = [.. file.Signatories.Select(s => s.Id)],
        };
        db.Add(row);
        var firms = string.Join(", ", file.Signatories.Select(s => s.Firm.Name));
        history.Record(state.Case, EventOf(row.Verdict), BusinessCalendar.DayOf(clock.GetUtcNow()), new Dictionary<string, string>
        {
            ["file"] = row.Id.ToString(),
            ["sha256"] = stored.Sha256,
        }, firms.Length == 0 ? file.SafeName : firms);
        return row;
    }

    private static string EventOf(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Valid => "signing.signature-valid",
        SignatureVerdict.Invalid => "signing.signature-invalid",
        SignatureVerdict.Indeterminate => "signing.signature-undecided",
        SignatureVerdict.NotChecked => "signing.signature-not-checked",
    };

    private static CheckedUpload Told(CheckedFile file, SignedFile row, SigningState state) => new(
        row.Id,
        file.SafeName,
        row.Verdict,
        file.Report.Summary,
        row.Counts ? [.. state.Signatories.Where(s => row.Signatories.Contains(s.Id)).Select(s => s.Firm.Name)] : []);
}
