using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Reading;

namespace Networks.Workflows.Drafting;

/// <summary>A participant by its mailed link, with the desk that follows it; only read.</summary>
internal sealed record LinkHolder(FirmLink Link, Participant Participant, Firm Firm, Association Desk)
{
    private static readonly ActRows<ParticipantId> _rows = new();
    private static readonly ActRows<ParticipantId>.Query _all = _rows.Together((db, id) =>
        from participant in db.Participants
        join link in db.FirmLinks on participant.Id equals link.ParticipantId
        join firm in db.Firms on participant.FirmId equals firm.Id
        join desk in db.Associations on participant.DeskId equals desk.Id
        where participant.Id == id
        select new { link, participant, desk, firm });

    private static readonly ActRows<ParticipantId>.Part<FirmLink> _links = _all.OnlyRead<FirmLink>();
    private static readonly ActRows<ParticipantId>.Part<Participant> _participant = _all.OnlyRead<Participant>();
    private static readonly ActRows<ParticipantId>.Part<Firm> _firm = _all.OnlyRead<Firm>();
    private static readonly ActRows<ParticipantId>.Part<Association> _desk = _all.OnlyRead<Association>();

    /// <summary>For acts that always read it.</summary>
    public static ActRows<ParticipantId> Rows => _rows;

    /// <param name="tokenHash">Of the link by which the firm came.</param>
    /// <returns>Null when the participant has no such link.</returns>
    public static async Task<LinkHolder?> ReadAsync(NetworksDbContext db, ParticipantId participant, string tokenHash, CancellationToken cancellationToken)
    {
        var rows = await _rows.ReadAsync(db, participant, cancellationToken);
        return rows.Of(_links).Find(l => l.TokenHash == tokenHash) is { } link
            ? new LinkHolder(link, rows.Of(_participant)[0], rows.Of(_firm)[0], rows.Of(_desk)[0])
            : null;
    }
}
