using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake;

/// <summary>Puts firms into a case: the desk's own take part, those of other desks are proposed and their desks asked.</summary>
internal sealed class FirmAdmission(NetworksDbContext db, CaseHistory history, DeskMail mail, BusinessCalendar calendar, IActor actor, TimeProvider clock)
{
    public const string FirmAdded = "intake.firm-added";
    public const string FirmProposed = "intake.firm-proposed";

    /// <summary>Everything that stands against taking these firms, each at its field.</summary>
    public static IEnumerable<Refusal> Refusals(string? typed, IReadOnlyList<FirmMatch> matches, NetworkKind? kind)
    {
        if (matches.Count == 0)
        {
            yield return IntakeRefusals.FirmsMissing;
        }

        if (TypedFirms.Read(typed).Count > TypedFirms.AtMost)
        {
            yield return IntakeRefusals.TooManyFirms;
        }

        foreach (var match in matches)
        {
            if (match.Refusal is { } refusal)
            {
                yield return refusal;
            }
            else if (match.State != EntryState.HeldElsewhere && match.Findings.Count > 0 && Admission.StopsAtOnce(match.Register, kind))
            {
                yield return IntakeRefusals.By(match.Findings[0], "firms");
            }

            if (match.Facts.Rea is { } rea && !ReaNumber.TryParse(rea, out _, out var fault))
            {
                yield return new Refusal(RefusalKind.Invalid, fault.Code, fault.Values) { Field = $"rea-{match.Entry.Key}" };
            }
        }
    }

    /// <returns>The new participants, in the order of typing.</returns>
    public Task<IReadOnlyList<Participant>> AdmitAsync(Case @case, IReadOnlyList<FirmMatch> matches, CancellationToken cancellationToken) =>
        AdmitAsync(@case, matches, ParticipantKind.Original, cancellationToken);

    /// <param name="kind">A firm that accedes takes part only once its accession is complete.</param>
    public async Task<IReadOnlyList<Participant>> AdmitAsync(Case @case, IReadOnlyList<FirmMatch> matches, ParticipantKind kind, CancellationToken cancellationToken)
    {
        var last = await db.Participants.Where(p => p.CaseId == @case.Id).MaxAsync(p => (int?)p.Order, cancellationToken) ?? 0;
        var desk = actor.Association ?? @case.OwnerId;
        var added = new List<Participant>();
        foreach (var match in matches)
        {
            var firm = match.Firm ?? Create(match, desk);
            var own = match.IsOwn(desk);
            if (own)
            {
                RecordPrivacy(firm, match.Facts);
            }

            var participant = new Participant(
                ParticipantId.New(clock), @case.Id, firm.Id, firm.HeldBy, !own ? ParticipantStatus.Proposed : kind == ParticipantKind.Accession ? ParticipantStatus.Acceding : ParticipantStatus.Active, calendar.Today())
            {
                Kind = kind,
                Order = ++last,
                ShowsStateToOthers = own && firm.Allows(ConsentPurpose.ShowState, calendar.Today()),
            };
            db.Add(participant);
            added.Add(participant);
            history.Record(@case, own ? FirmAdded : FirmProposed, calendar.Today(), Facts(participant), match.Shown);
        }

        return added;
    }

    /// <summary>Asks the desks of proposed firms. What they learn: who asks, for what need, and their own firm.</summary>
    public async Task AskDesksAsync(Case @case, IReadOnlyList<Participant> added, IReadOnlyList<FirmMatch> matches, CancellationToken cancellationToken)
    {
        var owner = await db.Associations.AsNoTracking().Where(a => a.Id == @case.OwnerId).Select(a => a.DeskName).SingleAsync(cancellationToken);
        foreach (var (participant, match) in added.Zip(matches).Where(pair => pair.First.Status == ParticipantStatus.Proposed))
        {
            var path = $"networks/{@case.Id}/confirm/{participant.Id.Value}";
            await mail.QueueAsync(participant.DeskId, @case.Id, "firm-asked", path, language => [owner, match.Firm!.TaxCode, CaseNeed.In(language, @case.Need)], cancellationToken);
        }
    }

    public static Dictionary<string, string> Facts(Participant participant) => new() { ["participant"] = participant.Id.Value.ToString("N", CultureInfo.InvariantCulture) };

    private Firm Create(FirmMatch match, AssociationId desk)
    {
        var (entry, facts) = (match.Entry, match.Facts);
        var firm = new Firm(FirmId.New(clock), desk, facts.Name ?? entry.Name ?? entry.TaxCode!, entry.TaxCode!)
        {
            VatNumber = entry.VatNumber,
            Country = entry.Country,
            LegalForm = facts.LegalForm ?? (entry.TaxCode!.Length == 16 && entry.Country == "IT" ? LegalForm.SoleProprietor : LegalForm.Other),
            RegisterStatus = match.Register,
            RegisterCheckedOn = facts.Register is null or RegisterStatus.ToVerify ? null : calendar.Today(),
            Language = entry.Country == "FR" ? "fr" : "it",
        };
        if (ReaNumber.TryParse(facts.Rea, out var rea, out _))
        {
            firm.ReaProvince = rea.Sigla;
            firm.ReaNumber = rea.Number;
        }

        db.Add(firm);
        return firm;
    }

    private void RecordPrivacy(Firm firm, FirmFacts facts)
    {
        var today = calendar.Today();
        if (facts.PrivacyHow is { } how && firm.PrivacyNoticeOn is null)
        {
            firm.PrivacyNoticeOn = today;
            firm.PrivacyNoticeHow = how;
        }

        foreach (var purpose in facts.Allows.Where(p => !firm.Allows(p, today)))
        {
            firm.Give(new Consent(Ids.New(clock), purpose, today, null, facts.PrivacyHow ?? "phone"));
        }
    }
}
