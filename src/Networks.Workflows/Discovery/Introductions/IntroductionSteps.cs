using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Discovery;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Introductions;

/// <summary>What the acts of an introduction share: its rows, and its line in the history of the case.</summary>
internal sealed class IntroductionSteps(NetworksDbContext db, CaseHistory history, BusinessCalendar calendar)
{
    public const string Asked = "discovery.introduction-asked";
    public const string DeskYes = "discovery.introduction-desk-yes";
    public const string DeskNo = "discovery.introduction-desk-no";
    public const string Introduced = "discovery.introduced";
    public const string FirmNo = "discovery.introduction-firm-no";
    public const string Ended = "discovery.introduction-ended";

    /// <summary>Nothing of the firm goes into the history of the case before it is introduced.</summary>
    public void Record(Case @case, Introduction introduction, string name, string? personalText = null) => history.Record(
        @case, name, calendar.Today(), new Dictionary<string, string> { ["introduction"] = introduction.Id.ToString("N", CultureInfo.InvariantCulture) }, personalText);

    public async Task<string> NetworkAsync(CaseId caseId, CancellationToken cancellationToken) =>
        await db.EnterpriseNetworks.AsNoTracking().Where(n => n.CaseId == caseId).Select(n => n.Name).SingleAsync(cancellationToken) ?? "";

    /// <summary>What the firm is asked about, as other desks and the firm read it.</summary>
    public async Task<string> NeedAsync(Case @case, Introduction introduction, CancellationToken cancellationToken) =>
        introduction.NeedId is { } need ? await db.NeedCalls.AsNoTracking().Where(n => n.Id == need).Select(n => n.Text).SingleAsync(cancellationToken) : @case.Need;

    public Task<string> DeskAsync(AssociationId desk, CancellationToken cancellationToken) =>
        db.Associations.AsNoTracking().Where(a => a.Id == desk).Select(a => a.DeskName).SingleAsync(cancellationToken);
}
