namespace Networks.Workflows.Casework;

/// <summary>
/// The task words of the process definitions that the desk's pages tell apart. They are stored words, so they are
/// repeated here instead of asked of the phases; a test compares them with the definitions.
/// </summary>
internal static class TaskWords
{
    public const string ConfirmFirm = "confirm-firm";
    public const string CompleteIntake = "complete-intake";
    public const string CheckFirm = "check-firm";
    public const string PrepareText = "prepare-text";
    public const string DecideOnText = "decide-on-text";
    public const string DecideOnSilence = "decide-on-silence";
    public const string AnswerObjection = "answer-objection";
    public const string CallFirm = "call-firm";
    public const string RecordDeed = "record-deed";
    public const string UploadSigned = "upload-signed";
    public const string NameReference = "name-reference";
    public const string SendFiling = "send-filing";
    public const string RecordOutcome = "record-outcome";
    public const string ConfirmEffect = "confirm-effect";
    public const string FulfilDuty = "fulfil-duty";
    public const string MendMail = "mend-mail";
    public const string CheckHealth = "check-health";
    public const string SendPulse = "send-pulse";
    public const string AnswerPulse = "answer-pulse";
    public const string CallSilentFirm = "call-silent-firm";
    public const string SeeToAnswer = "see-to-answer";
    public const string ReachMilestone = "reach-milestone";
    public const string CollectContribution = "collect-contribution";

    public const string RecordDocument = "record-document";
    public const string SettleLine = "settle-line";

    public const string VoteOnChange = "vote-on-change";
    public const string ChaseVotes = "chase-votes";

    public const string SettleFund = "settle-fund";
    public const string ConfirmEnd = "confirm-end";

    public static readonly IReadOnlyList<string> All =
    [
        ConfirmFirm, CompleteIntake, CheckFirm, PrepareText, DecideOnText, DecideOnSilence, AnswerObjection, CallFirm, RecordDeed, UploadSigned,
        NameReference, SendFiling, RecordOutcome, ConfirmEffect, FulfilDuty, MendMail, RecordDocument, SettleLine, VoteOnChange, ChaseVotes, SettleFund, ConfirmEnd,
        CheckHealth, SendPulse, AnswerPulse, CallSilentFirm, SeeToAnswer, ReachMilestone, CollectContribution,
    ];
}
