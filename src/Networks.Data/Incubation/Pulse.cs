namespace Networks.Data.Incubation;

/// <summary>Stored words of the five questions of a pulse and of what can be answered.</summary>
public static class PulseWords
{
    /// <summary>In the order of the page: meetings, the common programme, money, what it brings, staying.</summary>
    public static readonly IReadOnlyList<string> Questions = ["meetings", "programme", "money", "results", "staying"];

    public const string Good = "good";
    public const string Middling = "middling";

    /// <summary>Somebody of the desk sees to it.</summary>
    public const string Bad = "bad";

    public static readonly IReadOnlyList<string> Replies = [Good, Middling, Bad];
}

/// <summary>One quarterly look at a network in effect: five questions to every firm.</summary>
public sealed class Pulse
{
    private Pulse()
    {
    }

    public Pulse(Guid id, CaseId caseId, int number, DateOnly sentOn, DateOnly lastDay)
    {
        Id = id;
        CaseId = caseId;
        Number = number;
        SentOn = sentOn;
        LastDay = lastDay;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>1 for the first of the network.</summary>
    public int Number { get; private set; }

    public DateOnly SentOn { get; private set; }

    /// <summary>Last day, inclusive, until which firms are waited for.</summary>
    public DateOnly LastDay { get; private set; }
}

/// <summary>What one firm answered to one pulse. There is no row while it is silent.</summary>
public sealed class PulseAnswer
{
    private PulseAnswer()
    {
    }

    public PulseAnswer(Guid id, Guid pulseId, CaseId caseId, ParticipantId participantId, DateTimeOffset answeredAt)
    {
        Id = id;
        PulseId = pulseId;
        CaseId = caseId;
        ParticipantId = participantId;
        AnsweredAt = answeredAt;
    }

    public Guid Id { get; private set; }

    public Guid PulseId { get; private set; }

    public CaseId CaseId { get; private set; }

    public ParticipantId ParticipantId { get; private set; }

    public DateTimeOffset AnsweredAt { get; private set; }

    /// <summary>One of <see cref="PulseWords.Replies"/> for each of <see cref="PulseWords.Questions"/>, in their order.</summary>
    public IReadOnlyList<string> Replies { get; init; } = [];

    /// <summary>In the firm's own words; null when it said nothing more.</summary>
    public string? Remark { get; init; }

    /// <summary>A desk wrote it down after a call; null when the firm answered by its link.</summary>
    public OfficerId? WrittenDownBy { get; init; }

    /// <summary>The questions that were answered badly, in their order.</summary>
    public IEnumerable<string> Bad => PulseWords.Questions.Zip(Replies).Where(p => p.Second == PulseWords.Bad).Select(p => p.First);
}
