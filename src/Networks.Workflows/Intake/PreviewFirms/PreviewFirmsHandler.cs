using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.PreviewFirms;

internal sealed class PreviewFirmsHandler(NetworksDbContext db, FirmMatching matching) : IRequestHandler<PreviewFirms, Result<IReadOnlyList<PreviewedFirm>>>
{
    public async Task<Result<IReadOnlyList<PreviewedFirm>>> Handle(PreviewFirms request, CancellationToken cancellationToken) =>
        await Previewed.OfAsync(db, await matching.MatchAsync(request.Firms, request.Details, request.Kind, null, cancellationToken), cancellationToken);
}

internal sealed class PreviewJoiningFirmsHandler(NetworksDbContext db, FirmMatching matching)
    : IRequestHandler<PreviewJoiningFirms, Result<IReadOnlyList<PreviewedFirm>>>
{
    public async Task<Result<IReadOnlyList<PreviewedFirm>>> Handle(PreviewJoiningFirms request, CancellationToken cancellationToken)
    {
        var kind = await db.EnterpriseNetworks.AsNoTracking().Where(n => n.CaseId == request.CaseId).Select(n => n.Kind).SingleAsync(cancellationToken);
        return await Previewed.OfAsync(db, await matching.MatchAsync(request.Firms, request.Details, kind, request.CaseId, cancellationToken), cancellationToken);
    }
}

internal static class Previewed
{
    public static async Task<Result<IReadOnlyList<PreviewedFirm>>> OfAsync(NetworksDbContext db, IReadOnlyList<FirmMatch> matches, CancellationToken cancellationToken)
    {
        var elsewhere = await KnownNetworkHints.OfAsync(db, [.. matches.Select(TaxCodeOf).OfType<string>()], cancellationToken);
        return Result<IReadOnlyList<PreviewedFirm>>.Of([.. matches.Select(m => Of(m) with { Elsewhere = TaxCodeOf(m) is { } code ? [.. elsewhere[code]] : [] })]);
    }

    // Of a firm of another desk only what was typed: a name that was typed leads to no number.
    private static string? TaxCodeOf(FirmMatch match) => match.State == EntryState.KnownHere ? match.Firm?.TaxCode : match.Entry.TaxCode;

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
