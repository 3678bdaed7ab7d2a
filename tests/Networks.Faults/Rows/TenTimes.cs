using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// R3: every kind of form is sent ten times at once with its one operation id; then once more as "back" does, and once with
/// another body. One effect, the same answer to each copy; the other body is refused.
/// </summary>
internal static class TenTimes
{
    private const int Copies = 10;

    public static async Task RunAsync(Run run)
    {
        var world = await World.MakeAsync(4, 2);
        var acts = new Acts(TimeProvider.System);
        var ledger = new Ledger();
        var rounds = run.Of(12, 91);
        var requests = 0;
        var onPage = 0;
        await using (var service = await world.StartAsync())
        {
            using var desk = new Desk(world, service.Address);
            for (var round = 0; round < rounds; round++)
            {
                await foreach (var act in KindsAsync(world, desk, acts, 6000 + (round * 100)))
                {
                    requests += Copies;
                    onPage += await TenAsync(desk, act, ledger, run.Result);
                    if (round == 0)
                    {
                        await OnceMoreAsync(desk, act, ledger, run.Result);
                    }
                }
            }
        }

        run.Result.Tell($"requests {requests}, kinds {requests / Copies / rounds}, late copies of a form that its page no longer showed {onPage}");
        await Checker.CheckAsync(world, ledger, run.Result, "at the end");
        await world.RemoveAsync();
    }

    /// <returns>How many copies came when their form was no longer on the page, and were sent on to it.</returns>
    private static async Task<int> TenAsync(Desk desk, Act act, Ledger ledger, Result result)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Copies).Select(_ => desk.InsistAsync(act)));
        var first = answers.FirstOrDefault(a => a.Done && Bare(a) != act.Page) ?? answers[0];
        ledger.Write(act, first);
        result.Count(first.Done);
        foreach (var other in answers.Where(a => a.Status != first.Status || (Bare(a) != Bare(first) && Bare(a) != act.Page)))
        {
            result.Fault($"{act.Kind}: one copy was answered {first}, another {other}");
        }

        return answers.Count(a => Bare(a) != Bare(first));
    }

    private static async Task OnceMoreAsync(Desk desk, Act act, Ledger ledger, Result result)
    {
        var back = await desk.InsistAsync(act);
        if (!back.Done)
        {
            result.Fault($"{act.Kind} after 'back': {back}");
        }

        if (act.Mark.Length > 0)
        {
            var other = await desk.InsistAsync(act with { Fields = [.. act.Fields.Select(f => (f.Name, f.Value == act.Mark ? "altro testo" : f.Value))] });
            if (other.Status is not (422 or 409))
            {
                result.Fault($"{act.Kind} with another body: {other}");
            }
        }

        ledger.Write(act, back);
    }

    /// <summary>Every kind once, each where it can be done.</summary>
    private static async IAsyncEnumerable<Act> KindsAsync(World world, Desk desk, Acts acts, int firm)
    {
        var cases = world.Cases;
        yield return acts.OpenCase(Acts.NewFirms(firm));
        yield return acts.Note(cases[0].Id);
        yield return acts.Object(cases[0].Firms[0], cases[0].Round);
        yield return acts.Approve(cases[0].Firms[0], cases[0].Round);
        yield return acts.Talk(cases[0].Firms[0], cases[0].Round);
        yield return acts.AddFirm(cases[1].Id, Acts.NewFirms(firm + 2));
        var joined = await world.ReadAsync(db => db.Participants.Where(p => p.CaseId == cases[1].Id).OrderByDescending(p => p.Order).Select(p => p.Id).FirstAsync());
        yield return acts.RemoveFirm(cases[1].Id, joined);
        yield return acts.Revise(cases[2].Id);
        var draft = await world.ReadAsync(db => db.Drafts.Where(d => d.CaseId == cases[2].Id).Select(d => d.Id).FirstAsync());
        yield return acts.OpenRound(cases[2].Id, draft, Seed.LastDay(TimeProvider.System));
        yield return acts.Upload(cases[3].Id);
        var closing = acts.OpenCase(Acts.NewFirms(firm + 4));
        var opened = await desk.InsistAsync(closing);
        yield return acts.Close(new CaseId(Guid.Parse(opened.Location!.Split('?')[0].Split('/')[^1])));
    }

    // The notice in the address carries its own words; the place is what counts.
    private static string? Bare(Answer answer) => answer.Location?.Split('?')[0];
}
