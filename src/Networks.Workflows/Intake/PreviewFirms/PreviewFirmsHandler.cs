using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.PreviewFirms;

internal sealed class PreviewFirmsHandler(FirmMatching matching) : IRequestHandler<PreviewFirms, Result<IReadOnlyList<PreviewedFirm>>>
{
    public async Task<Result<IReadOnlyList<PreviewedFirm>>> Handle(PreviewFirms request, CancellationToken cancellationToken) =>
        Previewed.Of(await matching.MatchAsync(request.Firms, request.Details, request.Kind, null, cancellationToken));
}

internal sealed class PreviewJoiningFirmsHandler(NetworksDbContext db, FirmMatching matching)
    : IRequestHandler<PreviewJoiningFirms, Result<IReadOnlyList<PreviewedFirm>>>
{
    public async Task<Result<IReadOnlyList<PreviewedFirm>>> Handle(PreviewJoiningFirms request, CancellationToken cancellationToken)
    {
        var kind = await db.EnterpriseNetworks.AsNoTracking().Where(n => n.CaseId == request.CaseId).Select(n => n.Kind).SingleAsync(cancellationToken);
        return Previewed.Of(await matching.MatchAsync(request.Firms, request.Details, kind, request.CaseId, cancellationToken));
    }
}

internal static class Previewed
{
    public static Result<IReadOnlyList<PreviewedFirm>> Of(IReadOnlyList<FirmMatch> matches) =>
        Result<IReadOnlyList<PreviewedFirm>>.Of([.. matches.Select(Of)]);

    private static PreviewedFirm Of(FirmMatch match) => new(match.Entry, match.State, match.Shown, match.Refusal, match.Findings)
    {
        Known = match is { State: EntryState.KnownHere, Firm: { } firm }
            ? new(firm.LegalForm, FirmText.ReaOf(firm), firm.RegisterStatus, firm.PrivacyNoticeOn, firm.PrivacyNoticeHow)
            : null,
        OddOffice = match is { State: EntryState.New, Entry.TaxCode: { } code } && TaxCode.TryParse(code, out var read, out _) && read.HasOddOffice
            ? "identifiers.tax-code-odd-office"
            : null,
    };
}
