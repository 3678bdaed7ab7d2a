using Networks.Data;
using Networks.Web.Casework.RecordNote;
using Networks.Web.Casework.ShowCase;
using Networks.Web.Changes.ConfirmEnd;
using Networks.Web.Changes.SettleFund;
using Networks.Web.Changes.ShowChange;
using Networks.Web.Discovery.ListEnding;
using Networks.Web.Discovery.ListIntroductions;
using Networks.Web.Discovery.ListNeeds;
using Networks.Web.Drafting.ShowContract;
using Networks.Web.Drafting.ShowRound;
using Networks.Web.FollowUp.FulfilDuty;
using Networks.Web.Incubation.CompleteHealthCheck;
using Networks.Web.Incubation.SendPulse;
using Networks.Web.Incubation.SettleFirm;
using Networks.Web.Incubation.ShowNetworkLife;
using Networks.Web.Intake.CompleteIntake;
using Networks.Web.Intake.ConfirmFirm;
using Networks.Web.Intake.EditFirm;
using Networks.Web.Mail.CaseMail;
using Networks.Web.Registration.ConfirmEffect;
using Networks.Web.Registration.RecordOutcome;
using Networks.Web.Registration.SendFiling;
using Networks.Web.Registration.ShowFilings;
using Networks.Web.Signing.RecordDeed;
using Networks.Web.Signing.ShowSigning;
using Networks.Web.Signing.UploadSigned;
using Networks.Workflows.Casework;

namespace Networks.Web.Casework;

/// <summary>Where the act of a line of a worklist is done.</summary>
internal static class TaskAddress
{
    public static string Of(TaskRow row) => row.Task switch
    {
        "complete-intake" => CompleteIntakeLink.To(row.CaseId.Value),
        "confirm-firm" => ConfirmFirmLink.To(row.CaseId.Value, row.Subject),
        "check-firm" => EditFirmLink.To(row.CaseId.Value, row.Subject),
        "prepare-text" => ContractLink.To(row.CaseId.Value),
        "decide-on-text" or "decide-on-silence" => ShowRoundLink.To(row.CaseId.Value),
        "answer-objection" or "call-firm" => ShowRoundLink.ToFirm(row.CaseId.Value, row.Subject),
        "silent-firms" => ShowRoundLink.ToRemind(row.CaseId.Value),
        "silent-own-firms" or "silent-desk" => Note(row),
        "record-deed" or "deed-missing" => RecordDeedLink.To(row.CaseId),
        "upload-signed" or "signed-to-upload" => UploadSignedLink.To(row.CaseId),
        "signatures-missing" => ShowSigningLink.To(row.CaseId),
        "name-reference" => ShowFilingsLink.To(row.CaseId),
        "send-filing" => SendFilingLink.To(row.CaseId, new FilingId(row.Subject)),
        "record-outcome" => RecordOutcomeLink.To(row.CaseId, new FilingId(row.Subject)),
        "confirm-effect" => ConfirmEffectLink.To(row.CaseId),
        "fulfil-duty" => FulfilDutyLink.To(row.CaseId, row.Subject),
        "check-health" => HealthCheckLink.To(row.CaseId.Value),
        "send-pulse" => SendPulseLink.To(row.CaseId.Value),
        "answer-pulse" or "call-silent-firm" or "see-to-answer" => FirmLifeLink.To(row.CaseId.Value, row.Subject),
        "reach-milestone" or "collect-contribution" => NetworkLifeLink.ToRow(row.CaseId.Value, row.Subject),
        "record-document" or "settle-line" or "vote-on-change" => ShowChangeLink.To(row.CaseId.Value, row.Subject),
        "settle-fund" => SettleFundLink.To(row.CaseId.Value, row.Subject),
        "confirm-end" => ConfirmEndLink.To(row.CaseId.Value, row.Subject),
        "chase-votes" => ShowChangeLink.To(row.CaseId.Value),
        "answer-introduction" or "introduction-introduced" or "introduction-declined" or "introduction-ended" or "choose-meeting" or "tell-meeting" => IntroductionLink.To(row.Subject),
        "answer-need" or "need-answered" => NeedLink.To(row.Subject),
        "permissions-end" => ListEndingLink.To(),
        "mend-mail" => CaseMailLink.To(row.CaseId),
        _ => CaseLink.To(row.CaseId.Value),
    };

    /// <summary>Whether it is between desks: whoever is asked may not read the case, and notes are not made about it.</summary>
    public static bool IsRequest(TaskRow row) => row.Task is "answer-introduction" or "answer-need" or "introduction-introduced" or "introduction-declined" or "introduction-ended" or "need-answered" or "choose-meeting" or "tell-meeting" or "permissions-end";

    /// <summary>A note about it, with the firm already chosen where there is one.</summary>
    public static string Note(TaskRow row) => row.Participant is { } firm
        ? RecordNoteLink.To(row.CaseId.Value, firm)
        : RecordNoteLink.To(row.CaseId.Value);
}
