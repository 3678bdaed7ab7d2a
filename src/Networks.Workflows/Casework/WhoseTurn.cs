using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework;

/// <summary>A stretch of time in which a case, or a firm in it, waited for a party.</summary>
/// <param name="Task">The task's own word: the reason.</param>
/// <param name="Until">Null while it still waits.</param>
public sealed record Wait(WaitsFor Party, string Task, DateTimeOffset From, DateTimeOffset? Until);

/// <summary>A stretch of time that is charged to one party, without gap to the one before.</summary>
public sealed record Turn(WaitsFor Party, string Task, DateTimeOffset From, DateTimeOffset Until)
{
    public TimeSpan Length => Until - From;
}

/// <summary>What one party held in all.</summary>
/// <param name="WorkingDays">Working days of Europe/Rome that began in its turns.</param>
public sealed record TurnShare(WaitsFor Party, TimeSpan Time, int WorkingDays);

/// <summary>
/// The whose-turn clock: at every instant the case waits for exactly one party with a reason. Of several open tasks the
/// party comes first that stands first in <see cref="WaitsFor"/>, then the task that is open longest. Where nothing is
/// open the leading desk has the turn: nobody else was asked for anything.
/// </summary>
public static class WhoseTurn
{
    /// <summary>The reason of a stretch in which no task was open.</summary>
    public const string NothingOpen = "nothing-open";

    /// <summary>The turns from an instant to another, in order and without gap; neighbours of the same party and task are one.</summary>
    /// <param name="waits">In any order; what lies outside of the two instants is cut off.</param>
    public static IReadOnlyList<Turn> Of(DateTimeOffset from, DateTimeOffset until, IReadOnlyCollection<Wait> waits)
    {
        ArgumentNullException.ThrowIfNull(waits);
        var inside = waits.Where(w => w.From < until && (w.Until is null || w.Until > from) && w.Until != w.From).ToList();
        var edges = inside.SelectMany(w => new[] { w.From, w.Until ?? until })
            .Where(e => e > from && e < until)
            .Append(from).Append(until).Distinct().Order().ToList();
        var turns = new List<Turn>();
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            Add(turns, At(inside, edges[i]), edges[i], edges[i + 1]);
        }

        return turns;
    }

    /// <summary>What each party held in all, in the order of <see cref="WaitsFor"/>; parties that held nothing are left out.</summary>
    public static IReadOnlyList<TurnShare> Shares(IReadOnlyCollection<Turn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        return [.. turns.GroupBy(t => t.Party).OrderBy(g => g.Key)
            .Select(g => new TurnShare(g.Key, g.Aggregate(TimeSpan.Zero, (sum, t) => sum + t.Length), g.Sum(WorkingDays)))];
    }

    /// <summary>The working days that began in a turn: a day belongs to who had the turn at its midnight.</summary>
    public static int WorkingDays(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return BusinessCalendar.WorkingDaysBetween(LastBegun(turn.From), LastBegun(turn.Until));
    }

    // Midnight itself belongs to the turn that begins there, so the day before is the last that had begun.
    private static DateOnly LastBegun(DateTimeOffset instant)
    {
        var day = BusinessCalendar.DayOf(instant);
        return BusinessCalendar.EndOfDay(day.AddDays(-1)) == instant ? day.AddDays(-1) : day;
    }

    private static (WaitsFor Party, string Task) At(List<Wait> waits, DateTimeOffset instant)
    {
        var open = waits.Where(w => w.From <= instant && (w.Until is null || w.Until > instant))
            .OrderBy(w => w.Party).ThenBy(w => w.From).FirstOrDefault();
        return open is null ? (WaitsFor.OwnDesk, NothingOpen) : (open.Party, open.Task);
    }

    private static void Add(List<Turn> turns, (WaitsFor Party, string Task) holder, DateTimeOffset from, DateTimeOffset until)
    {
        if (turns is [.., var last] && last.Party == holder.Party && last.Task == holder.Task)
        {
            turns[^1] = last with { Until = until };
        }
        else
        {
            turns.Add(new Turn(holder.Party, holder.Task, from, until));
        }
    }
}
