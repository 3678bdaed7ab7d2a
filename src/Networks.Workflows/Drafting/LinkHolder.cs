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
    private static readonly ActRows<ParticipantId>.Part<FirmLink> _links = _rows.OnlyRead((db, id) => db.FirmLinks.Where(l => l.ParticipantId == id));
    private static readonly ActRows<ParticipantId>.Part<Participant> _participant = _rows.OnlyRead((db, id) => db.Participants.Where(p => p.Id == id));
    private static readonly ActRows<ParticipantId>.Part<Firm> _firm = _rows.OnlyRead((db, id) =>
        from participant in db.Participants
        join firm in db.Firms on participant.FirmId equals firm.Id
        where participant.Id == id
        select firm);

    private static readonly ActRows<ParticipantId>.Part<Association> _desk = _rows.OnlyRead((db, id) =>
        from participant in db.Participants
        join desk in db.Associations on participant.DeskId equals desk.Id
        where participant.Id == id
        select desk);

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
