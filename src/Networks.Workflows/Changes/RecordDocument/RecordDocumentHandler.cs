using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.Files;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes.RecordDocument;

internal sealed class RecordDocumentHandler(
    NetworksDbContext db, IFileStore files, ChangeSignatures signatures, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, IActor actor, TimeProvider clock)
    : IRequestHandler<RecordDocument, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordDocument request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var change = await db.NetworkChanges.FirstOrDefaultAsync(c => c.Id == request.Change && c.CaseId == request.CaseId, cancellationToken);
        if (change is null)
        {
            return ChangeRefusals.NotFound;
        }

        if ((await engine.OpenTasksAsync(@case, ChangeSteps.RecordDocument, change.Id, cancellationToken)).Count == 0)
        {
            return ChangeRefusals.NotOpen;
        }

        if (change.Kind == ChangeKind.Accession && await WithoutPositionAsync(change, cancellationToken) is { } unplaced)
        {
            return ChangeRefusals.ReaMissing(unplaced);
        }

        var on = request.On!.Value;
        var content = await files.ReadAsync(request.File!.Bytes.Sha256, cancellationToken);
        var kind = KindOf(content, request.File.Name);
        if (Refuse(@case, change, on, kind) is { } refusal)
        {
            return refusal;
        }

        // Before a notary, and in a mail, the officer has read it; what was signed digitally over our own text is compared with it.
        var seen = change.FrozenHash is not null && request.Notary is null && kind!.Value.Extension != "eml" ? await signatures.LookAsync(@case, change, content, cancellationToken) : null;
        if (seen is not null && ChangeSignatures.Refuse(seen, request.Reason) is { } unsigned)
        {
            return unsigned;
        }

        var stored = new StoredFile(
            FileId.New(clock), request.File.Bytes.Sha256, request.File.Bytes.SizeBytes, $"{@case.Reference}-{change.Kind.ToString().ToLowerInvariant()}.{kind!.Value.Extension}", kind.Value.Type, clock.GetUtcNow())
        {
            CaseId = @case.Id,
        };
        db.Add(stored);
        Keep(change, stored, seen, request.Reason);
        change.Sign(on, stored.Id, request.Notary, request.Repertorio);
        ChangeHistory.Record(history, @case, change, "changes.document-recorded", on, await ChangeHistory.NameAsync(db, change, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await engine.CompleteAsync(@case, ChangeSteps.RecordDocument, change.Id, "recorded", cancellationToken);
        await TellPathAsync(@case, change, cancellationToken);
        return Done.It;
    }

    /// <summary>The firm that joins where nobody knows its register position; null when it can be filed.</summary>
    private async Task<string?> WithoutPositionAsync(NetworkChange change, CancellationToken cancellationToken) =>
        await db.Participants.Where(p => p.Id == change.ParticipantId)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (_, f) => f).Where(f => f.ReaProvince == null).Select(f => f.Name).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A deed of all has let a firm go before the effect: nobody waits for its entry any more.</summary>
    private async Task TellPathAsync(Case @case, NetworkChange change, CancellationToken cancellationToken)
    {
        if (change is not { Kind: ChangeKind.Withdrawal, ParticipantId: { } firm } || @case.EffectOn is not null)
        {
            return;
        }

        foreach (var filing in await db.Filings.Where(f => f.CaseId == @case.Id && f.ParticipantId == firm && f.ChangeId == null && f.DutyId == null).ToListAsync(cancellationToken))
        {
            await engine.SignalAsync(@case, CaseSignals.FirmLeaves, filing.Id.Value, cancellationToken);
        }

        await engine.SignalAsync(@case, CaseSignals.FirmLeaves, firm.Value, cancellationToken);
    }

    private void Keep(NetworkChange change, StoredFile stored, CheckedDocument? seen, string? reason)
    {
        if (seen is null)
        {
            return;
        }

        var signature = new ChangeSignature(Ids.New(clock), change.Id, stored.Id, change.FrozenHash!, seen.Report.Verdict, seen.Report.ToJson(), clock.GetUtcNow())
        {
            UploadedBy = actor.Officer,
            Signatories = seen.Signed,
        };
        if (!string.IsNullOrWhiteSpace(reason) && (seen.Report.Verdict != Data.Signing.SignatureVerdict.Valid || seen.Missing.Count > 0))
        {
            signature.Accept(actor.Officer ?? throw new InvalidOperationException("Only a named officer decides."), reason.Trim());
        }

        db.Add(signature);
    }

    private Refusal? Refuse(Case @case, NetworkChange change, DateOnly on, (string Extension, string Type)? kind)
    {
        var earliest = change.DecidedOn ?? @case.DeedOn;
        return Refusal.Together(
        [
            on > calendar.Today() ? ChangeRefusals.DayInFuture(on, "on") : null,
            earliest is { } first && on < first ? ChangeRefusals.DayBefore(on, first, "on") : null,
            kind is null ? ChangeRefusals.FileKind : null,
        ]);
    }

    private static (string Extension, string Type)? KindOf(byte[] bytes, string name) =>
        bytes.AsSpan().StartsWith("%PDF-"u8) ? ("pdf", "application/pdf")
        : bytes is [0x30, ..] && name.EndsWith(".p7m", StringComparison.OrdinalIgnoreCase) ? ("p7m", "application/pkcs7-mime")
        : name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) && bytes.AsSpan().IndexOf("\nSubject:"u8) >= 0 ? ("eml", "message/rfc822")
        : null;
}
