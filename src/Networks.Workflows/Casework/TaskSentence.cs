using Networks.Workflows.Common;

namespace Networks.Workflows.Casework;

/// <summary>What is to be done, why it is to be done now, and the button that leads to it: three words of the set "work".</summary>
/// <param name="Key">The task's own word, or a finer one where its circumstances change the sentence.</param>
/// <param name="Values">
/// The same places for every sentence, which takes what it needs: 0 firm or subject, 1 chamber, 2 desk, 3 how many,
/// 4 of how many, 5 working days, 6 day, 7 words of somebody. Empty text where a place has nothing.
/// </param>
public sealed record TaskSentence(string Key, params object[] Values)
{
    /// <summary>The sentence without the network's name, which stands before it as a link.</summary>
    public string What => Words.Say($"work.{Key}", Spoken);

    public string Why => Words.Say($"work.{Key}-why", Spoken);

    public string Button => Words.Say($"work.{Key}-do", Spoken);

    private const int DaysPlace = 5;

    // "Un giorno lavorativo", "5 giorni lavorativi": the sentences take the days with their word.
    private object[] Spoken => [.. Values.Select((value, place) => place == DaysPlace ? Days((int)value) : value)];

    private static string Days(int days) => days switch
    {
        <= 0 => Words.Say("work.days-none"),
        1 => Words.Say("work.days-one"),
        _ => Words.Say("work.days-many", days),
    };

    internal static TaskSentence Of(string key, string subject = "", string chamber = "", string desk = "", int count = 0, int of = 0, int days = 0, DateOnly? day = null, string? words = null) =>
        new(key, subject, chamber, desk, count, of, days, day is { } known ? known : "", words ?? "");
}
