using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Data.Signing;
using Networks.Workflows.Common;

namespace Networks.Workflows.Registration.ShowSheet;

internal sealed class ShowSheetHandler(NetworksDbContext db, BusinessCalendar calendar, FactBook book)
    : IRequestHandler<ShowSheet, Result<SheetView>>
{
    public async Task<Result<SheetView>> Handle(ShowSheet request, CancellationToken cancellationToken)
    {
        var filing = await db.Filings.AsNoTracking().FirstOrDefaultAsync(f => f.Id == request.FilingId && f.CaseId == request.CaseId && f.DutyId == null, cancellationToken);
        if (filing is null)
        {
            return RegistrationRefusals.FilingNotFound;
        }

        var network = await db.EnterpriseNetworks.AsNoTracking().FirstAsync(n => n.CaseId == request.CaseId, cancellationToken);
        if (await db.Deeds.AsNoTracking().FirstOrDefaultAsync(d => d.CaseId == request.CaseId, cancellationToken) is not { } deed)
        {
            return RegistrationRefusals.NoDeed;
        }

        var change = await db.NetworkChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == filing.ChangeId, cancellationToken);
        var originals = await db.Participants.AsNoTracking()
            .Where(p => p.CaseId == request.CaseId && (p.Id == filing.ParticipantId || (p.Status == ParticipantStatus.Active && (filing.ChangeId != null || p.Kind == ParticipantKind.Original))))
            .OrderBy(p => p.Order)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { Participant = p, Firm = f }).ToListAsync(cancellationToken);
        var own = originals.Find(o => o.Participant.Id == filing.ParticipantId);
        var kind = network.Kind ?? NetworkKind.Contractual;
        var role = own is null ? SheetRole.OwnEntry : IsReference(own.Participant) ? SheetRole.Reference : SheetRole.Participant;
        var programme = await db.Cases.Where(c => c.Id == request.CaseId).Select(c => c.ProgrammeId).FirstAsync(cancellationToken);
        var (table, facts) = await book.OnAsync(programme, calendar.Today(), cancellationToken);
        var fees = FilingFees.Of(network, kind, originals.Select(o => (o.Participant, o.Firm)), table, facts);
        var chamber = Chambers.Find(filing.ChamberCode);
        return new SheetView(
            network.Name,
            await db.Cases.Where(c => c.Id == request.CaseId).Select(c => c.Reference).FirstAsync(cancellationToken),
            chamber?.Name ?? filing.ChamberCode,
            chamber is not { ToVerify: false },
            kind,
            role,
            SheetRules.Module(kind, own?.Firm.LegalForm) with { Step = SheetRules.Step(kind, change?.Kind, facts) },
            own is null ? null : Firm(own.Participant, own.Firm),
            await DeedAsync(deed, change, cancellationToken),
            network.Terms.Programme,
            fees.Lines[own is null ? 0 : originals.IndexOf(own)],
            [.. originals.Select(o => Firm(o.Participant, o.Firm))],
            await AttachmentsAsync(filing, deed, change, cancellationToken),
            SheetRules.Checks(role, deed.Form));

        bool IsReference(Participant participant) => network.ReferenceEnterprise?.Participant == participant.Id;

        SheetFirm Firm(Participant participant, Firm firm)
        {
            var signer = firm.RepresentativeOn(deed.Date);
            return new SheetFirm(
                firm.Name, firm.TaxCode, firm.VatNumber, firm.ReaNumber is { } rea ? $"{firm.ReaProvince}-{rea}" : null, firm.LegalForm,
                firm.Seat?.ToString(), firm.CertifiedEmail, signer?.FullName, signer?.TaxCode, signer?.Office, IsReference(participant));
        }
    }

    private async Task<SheetDeed> DeedAsync(Deed deed, NetworkChange? change, CancellationToken cancellationToken)
    {
        var text = await db.Drafts.AsNoTracking().FirstAsync(d => d.Id == deed.DraftId, cancellationToken);
        if (change is { DocumentOn: { } on })
        {
            var document = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == change.Document, cancellationToken);
            return new SheetDeed(on, deed.Form, text.Number, change.NotaryName, change.Repertorio, null, document?.Sha256);
        }

        var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == deed.File, cancellationToken);
        return new SheetDeed(deed.Date, deed.Form, text.Number, deed.NotaryName, deed.Repertorio, deed.Collection, file?.Sha256 ?? text.FrozenHash);
    }

    private async Task<IReadOnlyList<SheetAttachment>> AttachmentsAsync(Filing filing, Deed deed, NetworkChange? change, CancellationToken cancellationToken)
    {
        var frozen = await db.Drafts.Where(d => d.Id == deed.DraftId).Select(d => d.FrozenPdf).FirstAsync(cancellationToken);
        var signed = await db.SignedFiles.AsNoTracking().Where(f => f.CaseId == filing.CaseId && f.DraftId == deed.DraftId).ToListAsync(cancellationToken);
        FileId?[] ids = change is { Document: { } only } ? [only] : [deed.File ?? frozen, .. signed.Where(f => f.Counts).Select(f => (FileId?)f.File)];
        var wanted = ids.OfType<FileId>().Distinct().ToList();
        var files = await db.Files.AsNoTracking().Where(f => wanted.Contains(f.Id)).ToListAsync(cancellationToken);
        return [.. files.OrderBy(f => f.StoredAt).Select(f => new SheetAttachment(f.Id, f.Name, f.Sha256, f.SizeBytes))];
    }
}
