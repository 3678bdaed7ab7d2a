using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Signing;
using Networks.Workflows.Common;

namespace Networks.Workflows.Signing.AcceptSigned;

internal sealed class AcceptSignedHandler(
    NetworksDbContext db, SignatureCount count, CaseHistory history, BusinessCalendar calendar, IActor actor, TimeProvider clock)
    : IRequestHandler<AcceptSigned, Result<AcceptedSigned>>
{
    public async Task<Result<AcceptedSigned>> Handle(AcceptSigned request, CancellationToken cancellationToken)
    {
        var file = await db.SignedFiles.FirstOrDefaultAsync(f => f.Id == request.SignedFileId && f.CaseId == request.CaseId, cancellationToken);
        if (file is null)
        {
            return SigningRefusals.FileNotFound;
        }

        var state = await SigningState.LoadAsync(db, request.CaseId, calendar.Today(), cancellationToken);
        if (Refuse(request, file, state) is { } refusal)
        {
            return refusal;
        }

        var chosen = state!.Signatories.Where(s => request.Signatories.Contains(s.Id)).ToList();
        var obstacles = state.FilingObstacles(calendar.Today()).ToList();
        if (Refusal.Together(obstacles) is { } refused)
        {
            return refused;
        }

        file.Signatories = [.. chosen.Select(s => s.Id)];
        file.Accept(actor.Officer ?? throw new InvalidOperationException("Only a named officer decides."), request.Reason!, clock.GetUtcNow());
        history.Record(state.Case, "signing.signature-accepted", calendar.Today(), new Dictionary<string, string>
        {
            ["file"] = file.Id.ToString(),
        }, $"{string.Join(", ", chosen.Select(s => s.Firm.Name))}: {request.Reason}");
        var deedMade = await count.AddAsync(state, file.Signatories, cancellationToken);
        return new AcceptedSigned([.. chosen.Select(s => s.Firm.Name)], deedMade);
    }

    private static Refusal? Refuse(AcceptSigned request, SignedFile file, SigningState? state)
    {
        if (file.Verdict == SignatureVerdict.Invalid)
        {
            return SigningRefusals.InvalidCannotPass;
        }

        if (state?.Case.DeedOn is { } made)
        {
            return SigningRefusals.DeedAlreadyMade(made);
        }

        if (state is null || file.DraftId != state.Text.Id)
        {
            return SigningRefusals.OtherVersion;
        }

        if (file.Counts)
        {
            return SigningRefusals.NothingToDecide;
        }

        if (request.Signatories.Any(id => state.Signatories.All(s => s.Id != id)))
        {
            return SigningRefusals.NotASignatory;
        }

        var signed = state.Signatories.Where(s => request.Signatories.Contains(s.Id) && state.HasSigned(s.Id)).ToList();
        return signed.Count > 0 ? SigningRefusals.SignedAlready(string.Join(", ", signed.Select(s => s.Firm.Name))) : null;
    }
}
