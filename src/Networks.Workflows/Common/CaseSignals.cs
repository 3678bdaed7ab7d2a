namespace Networks.Workflows.Common;

/// <summary>Facts that a process reacts to, beside the outcomes of its own tasks. Stored words.</summary>
public static class CaseSignals
{
    /// <summary>A firm of another desk was named; subject: the participant.</summary>
    public const string FirmProposed = "firm-proposed";

    /// <summary>A firm takes part from now on; subject: the participant.</summary>
    public const string FirmJoins = "firm-joins";

    /// <summary>A firm leaves before the deed; subject: the participant.</summary>
    public const string FirmLeaves = "firm-leaves";

    /// <summary>The text is revised: answers to the text before no longer count.</summary>
    public const string TextChanged = "text-changed";

    /// <summary>A firm does not agree on a point; subject: the participant.</summary>
    public const string Objection = "objection";

    /// <summary>A firm wants to talk; subject: the participant.</summary>
    public const string WishToTalk = "wish-to-talk";

    /// <summary>The same text is put to a firm again; subject: the participant.</summary>
    public const string AskedAgain = "asked-again";

    /// <summary>A mail will not arrive; subject: the participant it was for, empty for an officer's.</summary>
    public const string MailFailed = "mail-failed";

    /// <summary>A recurring duty has its next day; subject: the duty.</summary>
    public const string DutyPlanned = "duty-planned";

    /// <summary>A firm answered a question of a pulse badly; subject: the participant.</summary>
    public const string BadAnswer = "bad-answer";

    /// <summary>A milestone of the common programme has its day; subject: the milestone.</summary>
    public const string MilestonePlanned = "milestone-planned";

    /// <summary>A contribution to the fund is called for; subject: the contribution.</summary>
    public const string ContributionCalled = "contribution-called";

    /// <summary>The case is closed without outcome.</summary>
    public const string Abandoned = "abandoned";
}
