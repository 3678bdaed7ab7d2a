using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Signing;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Signatures;

namespace Networks.Workflows.Signing.ShowSigning;

internal sealed class ShowSigningHandler(NetworksDbContext db, CaseRelations relations, IActor actor, BusinessCalendar calendar)
    : IRequestHandler<ShowSigning, Result<SigningView>>
{
    public async Task<Result<SigningView>> Handle(ShowSigning request, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.AsNoTracking().FirstAsync(n => n.CaseId == request.CaseId, cancellationToken);
        var state = await SigningState.LoadAsync(db, request.CaseId, calendar.Today(), cancellationToken);
        var deed = await DeedAsync(request.CaseId, cancellationToken);
        var names = await db.Officers.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.FullName, cancellationToken);
        var mayDecide = AccessPolicy.Allows(Right.SigningDecide, await relations.ToAsync(request.CaseId, cancellationToken));
        return new SigningView(
            network.Name,
            deed is not null ? SigningStage.Made : state is null ? SigningStage.NotYet : SigningStage.Open,
            network.Form,
            state is null ? null : await FrozenAsync(state, cancellationToken),
            deed,
            state is null ? [] : await SignatoriesAsync(state, cancellationToken),
            await FilesAsync(request.CaseId, state, names, cancellationToken),
            state is null || deed is not null ? [] : [.. state.FilingObstacles(calendar.Today())],
            network.Terms.TaxRegistrationPerson,
            mayDecide);
    }

    private async Task<FrozenText?> FrozenAsync(SigningState state, CancellationToken cancellationToken)
    {
        var pdf = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == state.Text.FrozenPdf, cancellationToken);
        return pdf is null ? null : new FrozenText(pdf.Id, state.Text.Number, pdf.Sha256, pdf.SizeBytes);
    }

    private async Task<DeedView?> DeedAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var deed = await db.Deeds.AsNoTracking().FirstOrDefaultAsync(d => d.CaseId == caseId, cancellationToken);
        if (deed is null)
        {
            return null;
        }

        var confirmedBy = await db.Officers.Where(o => o.Id == deed.TextConfirmedBy).Select(o => o.FullName).FirstOrDefaultAsync(cancellationToken);
        var row = await db.CaseEvents
            .Where(e => e.CaseId == caseId && (e.Name == "signing.deed-made" || e.Name == "signing.deed-recorded"))
            .Select(e => (int?)e.Number).FirstOrDefaultAsync(cancellationToken);
        return new DeedView(deed.Date, deed.Form, deed.NotaryName, deed.Repertorio, deed.Collection, deed.File, confirmedBy, row);
    }

    private async Task<IReadOnlyList<SignatoryView>> SignatoriesAsync(SigningState state, CancellationToken cancellationToken)
    {
        var desks = await db.Associations.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.DeskName, cancellationToken);
        return [.. state.Signatories.Select(View)];

        SignatoryView View(Signatory signatory)
        {
            var file = state.Files.FirstOrDefault(f => f.Counts && f.Signatories.Contains(signatory.Id));
            return new SignatoryView(
                signatory.Id, signatory.Firm.Name, desks[signatory.Participant.DeskId], signatory.Representative?.FullName,
                signatory.Representative?.TaxCode, file?.Id, file?.Verdict, actor.ActsFor(state.Case, signatory.Participant));
        }
    }

    private async Task<IReadOnlyList<SignedFileView>> FilesAsync(
        CaseId caseId, SigningState? state, Dictionary<OfficerId, string> names, CancellationToken cancellationToken)
    {
        var rows = await db.SignedFiles.AsNoTracking().Where(f => f.CaseId == caseId)
            .Join(db.Files, f => f.File, s => s.Id, (f, s) => new { Signed = f, s.Name, s.Sha256 }).ToListAsync(cancellationToken);
        var firms = await db.Participants.AsNoTracking().Where(p => p.CaseId == caseId)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { p.Id, f.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return [.. rows.OrderByDescending(r => r.Signed.UploadedAt).Select(r => View(r.Signed, r.Name, r.Sha256))];

        SignedFileView View(SignedFile file, string name, string sha256)
        {
            var report = SignatureReport.FromJson(file.ReportJson);
            var other = state is null || file.DraftId != state.Text.Id;
            return new SignedFileView(
                file.Id, file.File, name, sha256, file.UploadedAt, Name(file.UploadedBy), file.Verdict, report.Summary, report.Findings,
                [.. file.Signatories.Select(id => firms[id])], file.Counts, Waits(file, other, state), other, Name(file.AcceptedBy), file.AcceptedReason);
        }

        string? Name(OfficerId? officer) => officer is { } id ? names.GetValueOrDefault(id) : null;
    }

    private static bool Waits(SignedFile file, bool otherVersion, SigningState? state) =>
        !otherVersion && !file.Counts && file.Verdict != SignatureVerdict.Invalid && state!.Case.DeedOn is null
        && (file.Signatories.Count == 0 || file.Signatories.Any(id => !state.HasSigned(id)));
}
