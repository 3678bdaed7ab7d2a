using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Data.Reference;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ShowCase;

/// <summary>One line a firm: where it stands with text, deed and register.</summary>
/// <param name="isOwner">Whether the reader's desk leads the case; others see the contacts of their own firms only.</param>
internal sealed class FirmTable(CaseRows rows, CaseFacts facts, IActor actor, bool isOwner)
{
    /// <summary>In the contract's order; firms that left come last.</summary>
    public IReadOnlyList<FirmLine> Lines() => [.. rows.Firms.Select(f => Line(f.Participant, f.Firm)).OrderBy(l => HasLeft(l.Status))];

    private FirmLine Line(Participant participant, Firm firm)
    {
        var isOwnDesk = actor.Roles.HasFlag(OfficerRoles.Desk) && participant.DeskId == actor.Association;
        var isNamed = participant.IsNamedTo(actor.Association);
        var (text, version, clause) = TextOf(participant);
        var signed = SignedOn(participant);
        var filing = facts.Filings.Values.Where(f => f.ParticipantId == participant.Id).OrderBy(f => f.ChangeId is not null).ThenByDescending(f => f.Id.Value).FirstOrDefault();
        return new FirmLine(
            participant.Id.Value, isNamed ? firm.Name : firm.TaxCode, RoleOf(participant), firm.ReaProvince is null || !isNamed ? null : $"{firm.ReaProvince} {firm.ReaNumber}",
            facts.Firms[participant.Id.Value].Desk, isOwnDesk, participant.Status, participant.LeftOn,
            text, version, clause,
            rows.Versions.Count == 0 || rows.Case.Phase < Data.Cases.CasePhase.Signing ? null : signed is not null, signed,
            filing is null ? null : Line(filing),
            isNamed && (isOwner || isOwnDesk) ? new FirmContact(firm.ContactName, firm.Phone, firm.Email) : null,
            LastContact(participant, firm),
            !HasLeft(participant.Status) && facts.Items[rows.Case.Id].Any(i => facts.ParticipantOf(i) == participant.Id.Value));
    }

    private string? RoleOf(Participant participant) =>
        participant.Kind == ParticipantKind.Accession ? "accession"
        : rows.Network.ReferenceEnterprise?.Participant == participant.Id ? "reference-enterprise"
        : rows.Network.Mandatary?.Participant == participant.Id ? "mandatary"
        : null;

    private (TextState State, int? Version, string? Clause) TextOf(Participant participant)
    {
        var asked = rows.Rounds.Where(r => r.AnswerOf(participant.Id) is { HasLeft: false }).ToList();
        if (asked is not [.., var newest])
        {
            return (TextState.NotAsked, null, null);
        }

        var answer = newest.AnswerOf(participant.Id)!;
        var version = rows.Versions.TryGetValue(newest.DraftId, out var number) ? number : (int?)null;
        var holds = newest.Status != RoundStatus.Superseded && newest == rows.Rounds[^1];
        return answer.Decision switch
        {
            FirmDecision.Approved => (holds ? TextState.Current : TextState.Earlier, version, null),
            FirmDecision.Objected => (TextState.Objects, version, answer.Clause),
            FirmDecision.WantsToTalk => (TextState.WantsToTalk, version, null),
            FirmDecision.None => newest.Status == RoundStatus.Open ? (TextState.Silent, version, null) : (TextState.NotAsked, version, null),
        };
    }

    private DateOnly? SignedOn(Participant participant)
    {
        var file = rows.Signed.LastOrDefault(s => s.Counts && s.Signatories.Contains(participant.Id));
        return file is not null ? BusinessCalendar.DayOf(file.UploadedAt)
            : rows.Deed is { } deed && participant.Kind == ParticipantKind.Original && participant.IsActive ? deed.Date
            : null;
    }

    private static FilingLine Line(Filing filing) => new(
        filing.Id.Value, filing.Status, filing.EnteredOn ?? filing.SentOn, Chambers.Find(filing.ChamberCode)?.Name ?? filing.ChamberCode, filing.ProtocolNumber, filing.Reason);

    private DateOnly? LastContact(Participant participant, Firm firm)
    {
        var id = participant.Id.Value.ToString();
        var days = rows.Events
            .Where(e => e.FirmId == firm.Id || (e.Name == CaseworkEvents.NotedWithFirm && e.Facts.TryGetValue("participant", out var with) && with == id))
            .Select(e => e.HappenedOn).ToList();
        if (facts.LastMails.TryGetValue(participant.Id, out var mail))
        {
            days.Add(BusinessCalendar.DayOf(mail));
        }

        return days.Count == 0 ? null : days.Max();
    }

    private static bool HasLeft(ParticipantStatus status) => status is ParticipantStatus.Left or ParticipantStatus.Declined or ParticipantStatus.Withdrawn;
}
