using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// R9: the clock of the service jumps. A round's last day ends at midnight in Rome, on days of 23 and 25 hours as well, not
/// a minute before; nothing fires twice when the clock goes back; mails leave and deadlines fire afterwards as before.
/// </summary>
internal static class Clocks
{
    /// <summary>The job that fires deadlines looks every fifteen seconds.</summary>
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(90);

    /// <summary>First day and last day of a round: over both changes of the hour, a leap day, and the end of a year.</summary>
    private static readonly (DateOnly From, DateOnly LastDay)[] _named =
    [
        (new(2026, 10, 23), new(2026, 10, 26)), (new(2027, 3, 26), new(2027, 3, 30)), (new(2028, 2, 28), new(2028, 2, 29)), (new(2026, 12, 30), new(2026, 12, 31)),
    ];

    public static async Task RunAsync(Run run)
    {
        var cases = run.Whole ? [.. _named, .. Enumerable.Range(2027, 18).SelectMany(OfYear)] : _named;
        // Each spends its time waiting for the next look of a job.
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) =>
        {
            run.Result.Progress($"{one.LastDay:yyyy-MM-dd}");
            await CaseAsync(one.From, one.LastDay, run.Result);
        });

        run.Result.Tell($"last days {cases.Length}, jumps {cases.Length * 4}");
    }

    private static async Task CaseAsync(DateOnly from, DateOnly lastDay, Result result)
    {
        var midnight = EndInRome(lastDay);
        var time = new FakeTime(EndInRome(from).AddHours(-14));
        var world = await World.MakeAsync(2, 2, clock: time, lastDay: lastDay);
        time.Set(midnight.AddMinutes(-2));
        var late = await world.SignedInAsync(time);
        time.Set(midnight.AddDays(30));
        var month = await world.SignedInAsync(time);
        time.Set(EndInRome(from).AddHours(-14));
        await using var peer = new SmtpPeer();
        await using (var service = await world.StartAsync(peer.Settings(), time.Environment))
        {
            using var before = new Desk(world, service.Address);
            using var after = new Desk(late, service.Address);
            using var monthLater = new Desk(month, service.Address);
            await PlanAsync(world, before, lastDay, midnight, result);
            time.Set(midnight.AddMinutes(-2));
            await LastMinutesAsync(world, after, result);
            time.Set(midnight.AddSeconds(5));
            await AfterwardsAsync(world, after, $"{lastDay:yyyy-MM-dd}", result);
            time.Set(midnight.AddHours(-1));
            await BackAsync(world, after, time, $"{lastDay:yyyy-MM-dd}", result);
            time.Set(midnight.AddDays(30));
            await MonthAsync(world, monthLater, time, result);
        }

        await Checker.CheckAsync(world, null, result, $"{lastDay:yyyy-MM-dd}");
        await world.RemoveAsync();
        time.Remove();
    }

    /// <summary>The service itself opens a round: its deadline is the midnight of Rome.</summary>
    private static async Task PlanAsync(World world, Desk desk, DateOnly lastDay, DateTimeOffset midnight, Result result)
    {
        var acts = new Acts(TimeProvider.System);
        var id = world.Cases[1].Id;
        var revised = await desk.InsistAsync(acts.Revise(id));
        var draft = await world.ReadAsync(db => db.Drafts.Where(d => d.CaseId == id).Select(d => d.Id).FirstAsync());
        var opened = await desk.InsistAsync(acts.OpenRound(id, draft, lastDay));
        var due = await world.ReadAsync(db => db.Timers.Where(t => t.CaseId == id && t.Kind == TimerKind.Deadline && t.Status == TimerStatus.Pending).Select(t => t.DueAt).ToListAsync());
        Judge(result, revised.Done && opened.Done && due is [var at] && at == midnight, $"round until {lastDay:yyyy-MM-dd}: {revised}, {opened}, deadline at {string.Join(", ", due)} instead of {midnight:u}");
    }

    private static async Task LastMinutesAsync(World world, Desk desk, Result result)
    {
        await SettledAsync();
        var answer = await desk.InsistAsync(new Acts(TimeProvider.System).Object(world.Cases[0].Firms[0], world.Cases[0].Round));
        Judge(result, answer.Done, $"a firm's answer two minutes before the end: {answer}");

        // Long enough for the job to have looked at least once.
        await Task.Delay(TimeSpan.FromSeconds(17));
        Judge(result, await FiredAsync(world) == 0, "a deadline fired before its midnight");
    }

    private static async Task AfterwardsAsync(World world, Desk desk, string day, Result result)
    {
        var fired = await Patience.UntilAsync(async () => await FiredAsync(world) == world.Cases.Count, _soon);
        Judge(result, fired, $"{day}: of {world.Cases.Count} deadlines {await FiredAsync(world)} fired");
        var answer = await desk.InsistAsync(new Acts(TimeProvider.System).Approve(world.Cases[0].Firms[1], world.Cases[0].Round));
        Judge(result, !answer.Done, $"a firm's answer after the end was taken: {answer}");
    }

    private static async Task BackAsync(World world, Desk desk, FakeTime time, string day, Result result)
    {
        await SettledAsync();
        var answer = await desk.InsistAsync(new Acts(TimeProvider.System).Note(world.Cases[0].Id));
        Judge(result, answer.Done, $"{day}: a note after the clock went back: {answer}");
        // A timer and the mails that are due must go though the clock stands an hour before the last look.
        var past = time.GetUtcNow().AddDays(-1);
        await world.ReadAsync(async db =>
        {
            db.Add(new OutboxMessage(Ids.New(time), "test.clock", "persona@mail.example", "Prova", "Prova", past));
            return await db.SaveChangesAsync();
        });
        var reminder = await world.ReadAsync(db => db.Timers.Where(t => t.Status == TimerStatus.Pending).OrderBy(t => t.DueAt).Select(t => t.Id).FirstOrDefaultAsync());
        await world.ReadAsync(db => db.Timers.Where(t => t.Id == reminder).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueAt, past)));
        var gone = await Patience.UntilAsync(async () => !await world.ReadAsync(db => db.Outbox.AnyAsync(m => m.Status == OutboxStatus.Queued && m.NotBefore <= past)), _soon);
        Judge(result, gone, $"{day}: no mail leaves after the clock went back by an hour");
        var woken = await Patience.UntilAsync(async () => !await world.ReadAsync(db => db.Timers.AnyAsync(t => t.Id == reminder && t.Status == TimerStatus.Pending)), _soon);
        Judge(result, woken, $"{day}: no timer fires after the clock went back by an hour");
        Judge(result, await FiredAsync(world) == world.Cases.Count, $"{day}: a deadline fired twice");
    }

    private static async Task MonthAsync(World world, Desk desk, FakeTime time, Result result)
    {
        await SettledAsync();
        var fired = await Patience.UntilAsync(async () =>
        {
            var now = time.GetUtcNow();
            return !await world.ReadAsync(db => db.Timers.AnyAsync(t => t.Status == TimerStatus.Pending && t.DueAt <= now));
        }, _soon);
        Judge(result, fired, "timers that came due within a month did not fire");
        var answer = await desk.InsistAsync(new Acts(TimeProvider.System).Note(world.Cases[0].Id));
        Judge(result, answer.Done, $"a note a month later: {answer}");
    }

    private static Task<int> FiredAsync(World world) => world.ReadAsync(db => db.WorkItems.CountAsync(i => i.Path.EndsWith("decide-on-silence")));

    private static Task SettledAsync() => Task.Delay(TimeSpan.FromSeconds(2));

    private static void Judge(Result result, bool right, string wrong)
    {
        result.Count(right);
        if (!right)
        {
            result.Fault(wrong);
        }
    }

    /// <summary>24:00 in Rome by the Union's rule, reckoned here and not by the machine's table of zones.</summary>
    private static DateTimeOffset EndInRome(DateOnly day)
    {
        var next = day.AddDays(1);
        var summer = next > LastSunday(next.Year, 3) && next <= LastSunday(next.Year, 10);
        return new DateTimeOffset(next.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(summer ? 2 : 1)).ToUniversalTime();
    }

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(int)last.DayOfWeek);
    }

    /// <summary>A round over each change of the hour of a year.</summary>
    private static IEnumerable<(DateOnly From, DateOnly LastDay)> OfYear(int year) =>
        new[] { LastSunday(year, 3), LastSunday(year, 10) }.Select(sunday => (sunday.AddDays(-2), Workflows.Common.BusinessCalendar.NextWorkingDay(sunday)));
}
