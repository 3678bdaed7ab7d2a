namespace Networks.Data.Discovery;

/// <summary>What a network looks for, put to the desks of all associations without its name.</summary>
public sealed class NeedCall
{
    private NeedCall()
    {
    }

    public NeedCall(Guid id, CaseId caseId, AssociationId askingDesk, string text, DateOnly sentOn, DateOnly lastDay)
    {
        Id = id;
        CaseId = caseId;
        AskingDesk = askingDesk;
        Text = text;
        SentOn = sentOn;
        LastDay = lastDay;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public AssociationId AskingDesk { get; private set; }

    /// <summary>What is looked for, as all desks read it.</summary>
    public string Text { get; private set; } = "";

    public DateOnly SentOn { get; private set; }

    /// <summary>Last day on which a desk may answer, inclusive.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>It was taken down or its time was over; null while it stands.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Why it stands no more; null while it does.</summary>
    public NeedEnding? Ending { get; set; }

    /// <summary>Whether desks may still answer on a day.</summary>
    public bool IsOpenOn(DateOnly day) => ClosedOn is null && day <= LastDay;
}

/// <summary>How a need came to its end.</summary>
public enum NeedEnding
{
    /// <summary>The asking desk has what it looked for.</summary>
    Found,

    /// <summary>The asking desk no longer looks: whoever was still asked is asked no more.</summary>
    Withdrawn,

    /// <summary>Its last day is over, or its network takes no firms any more.</summary>
    Expired,
}

/// <summary>What a desk answered to a need: a firm of its own, by an introduction, or none.</summary>
public sealed class NeedReply
{
    private NeedReply()
    {
    }

    public NeedReply(Guid id, Guid needId, AssociationId deskId, DateOnly on)
    {
        Id = id;
        NeedId = needId;
        DeskId = deskId;
        On = on;
    }

    public Guid Id { get; private set; }

    public Guid NeedId { get; private set; }

    public AssociationId DeskId { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>Null: the desk follows no firm that fits.</summary>
    public Guid? IntroductionId { get; init; }

    /// <summary>Why no firm fits; null where one was named.</summary>
    public string? Reason { get; init; }
}
