namespace Networks.Workflows.Access;

/// <summary>The rows of the access matrix: resource and action. What each relation may is in AccessPolicy.</summary>
public enum Right
{
    /// <summary>Nothing is protected: sign-in, set-up (has its own code), health, static files.</summary>
    Public,

    /// <summary>What belongs to the signed-in person: own account, own language, own worklist.</summary>
    OwnAccount,

    /// <summary>Opening a case and reading the lists of one's desk.</summary>
    DeskWork,

    /// <summary>What a firm of one's desk is told of the data held about it, and their erasure.</summary>
    PersonalData,

    /// <summary>Reading a case: its facts, texts, states and history.</summary>
    CaseRead,

    /// <summary>Phase, counts, ages and causes of a case, without names.</summary>
    CaseSummary,

    /// <summary>Noting a call or meeting on a case.</summary>
    CaseNote,

    /// <summary>Changing the facts of a case: need, kind, terms, firms, closing.</summary>
    CaseManage,

    /// <summary>Acting for one's own firms in a case: their data, their signed files, their filings.</summary>
    CaseActForFirm,

    /// <summary>Answering for one's own firm that another desk has named; all that a desk which was only asked may do.</summary>
    ProposalAnswer,

    /// <summary>A dated correction of a recorded fact.</summary>
    CaseCorrect,

    /// <summary>Making and uploading versions of the text.</summary>
    TextWrite,

    /// <summary>Opening, extending and closing a round, and reminding.</summary>
    RoundManage,

    /// <summary>What the firm itself does by its mailed link.</summary>
    FirmAnswer,

    /// <summary>Judging an indeterminate signature, recording the deed.</summary>
    SigningDecide,

    /// <summary>Confirming the day of legal effect.</summary>
    EffectConfirm,

    /// <summary>History and evidence, read-only and logged.</summary>
    EvidenceExport,

    /// <summary>The lead's picture of the programme: counts, ages and causes by party, small counts kept back.</summary>
    RegionRead,

    /// <summary>What the lead does for the desks: the deadlines of calls, the offer of help.</summary>
    RegionAct,

    /// <summary>Moving a running case to another version of the procedure, and back.</summary>
    ProcedureMove,

    /// <summary>Moving running cases of all desks in groups, without case content: versions are the lead's work (ADR 0006).</summary>
    ProcedureMoveMany,

    /// <summary>People, desks and their access.</summary>
    PeopleManage,

    /// <summary>Taking all that is one's own association's as a file.</summary>
    HoldingsExport,

    /// <summary>What a programme works with: its values, calendars and templates.</summary>
    SettingsManage,

    /// <summary>Who did what and when, without case content.</summary>
    JournalRead,

    /// <summary>Jobs, outbox states and incidents, without case content.</summary>
    ServiceRun,

    /// <summary>Only in the demo, only on loopback: choosing a person, reading the kept mails.</summary>
    DemoOnly,
}
