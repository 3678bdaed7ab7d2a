using Networks.Workflows.Common;
using Networks.Workflows.Conformance.Host;

namespace Networks.Workflows.Conformance.Model;

/// <summary>The negotiation as a few sets in memory: what every engine has to say about it. Copied before every act.</summary>
internal sealed record RoundModel(int Parties, Enough Enough, DateOnly Today)
{
    private enum Branch
    {
        Open,
        Done,
        Gone,
    }

    private enum Stage
    {
        Prepare,
        Round,
        After,
        Ended,
        Cancelled,
    }

    private Stage _stage = Stage.Prepare;
    private int _round = 1;
    private Dictionary<int, Branch> _branches = [];
    private HashSet<int> _explains = [];
    private bool _silence;
    private DateOnly? _deadline;
    private bool _resting;
    private int _announced;

    public string State => _stage switch { Stage.Ended => "Completed", Stage.Cancelled => "Cancelled", _ => "Running" };

    public int Announced => _announced;

    public int Timers => _deadline is null ? 0 : 1;

    public IReadOnlyList<string> Open
    {
        get
        {
            var open = _branches.Where(b => b.Value == Branch.Open).Select(b => $"answer {b.Key + 1}").Concat(_explains.Select(p => $"explain {p + 1}")).ToList();
            open.AddRange(_silence ? ["silence"] : []);
            open.AddRange(_stage switch { Stage.Prepare => ["prepare"], Stage.After => ["after"], _ => Array.Empty<string>() });
            return [.. open.Order(StringComparer.Ordinal)];
        }
    }

    public RoundModel Copy() => this with { _branches = new(_branches), _explains = [.. _explains] };

    public Answer Do(Act act) => act switch
    {
        Complete { Task: var task, Party: var party } => !_resting && Completes(task, party) ? Answer.Done : Answer.Refused,
        Tell { Fact: var fact, Party: var party } => Hears(fact, party ?? 0),
        Suspend when !_resting => Rest(),
        Resume when _resting => Wake(),
        _ => Answer.Refused,
    };

    /// <summary>The day goes on and the clock's job runs.</summary>
    public RoundModel Later(int days)
    {
        var later = Copy() with { Today = Today.AddDays(days) };
        if (!later._resting && later._deadline <= later.Today)
        {
            later._deadline = null;
            later._silence = true;
        }

        return later;
    }

    private bool Completes(string task, int? party)
    {
        switch (task)
        {
            case "prepare" when _stage == Stage.Prepare:
                _stage = Stage.Round;
                _branches = Enumerable.Range(0, Parties).ToDictionary(p => p, _ => Branch.Open);
                _deadline = Today.AddDays(8);
                return true;
            case "answer" when _branches.GetValueOrDefault(party!.Value, Branch.Gone) == Branch.Open:
                _branches[party.Value] = Branch.Done;
                Join();
                return true;
            case "explain" when _explains.Remove(party!.Value):
                Join();
                return true;
            case "silence" when _silence:
                _silence = false;
                Join();
                return true;
            case "after" when _stage == Stage.After:
                _stage = Stage.Ended;
                return true;
            default:
                return false;
        }
    }

    private Answer Hears(string fact, int party)
    {
        switch (fact)
        {
            case "abandoned" when State == "Running":
                EndRound();
                _stage = Stage.Cancelled;
                break;
            case "objects" when _stage == Stage.Round:
                _explains.Add(party);
                break;
            case "joins" or "again" when _stage == Stage.Round:
                _branches[party] = Branch.Open;
                break;
            case "leaves" when _stage == Stage.Round:
                // Who has answered stays; only what still waited for the party makes the join look again.
                var waited = _explains.Remove(party);
                if (_branches.GetValueOrDefault(party, Branch.Gone) == Branch.Open)
                {
                    _branches[party] = Branch.Gone;
                    waited = true;
                }

                if (waited)
                {
                    Join();
                }

                break;
            case "text" when _stage == Stage.Round:
                AfterRound();
                break;
        }

        return Answer.Done;
    }

    private Answer Rest()
    {
        _resting = true;
        return Answer.Done;
    }

    private Answer Wake()
    {
        _resting = false;
        if (_deadline <= Today)
        {
            _deadline = BusinessCalendar.AddWorkingDays(Today, 1);
        }

        return Answer.Done;
    }

    private void Join()
    {
        var there = _branches.Values.Where(b => b != Branch.Gone).ToList();
        var done = there.Count(b => b == Branch.Done);
        var needed = Enough switch
        {
            Enough.All => there.Count,
            Enough.Any => 1,
            Enough.TwoOf => Math.Min(2, there.Count),
            Enough.AllButOne => Math.Max(1, there.Count - 1),
        };
        if (!_silence && _explains.Count == 0 && (done >= needed || done == there.Count))
        {
            AfterRound();
        }
    }

    private void AfterRound()
    {
        EndRound();
        _stage = _round == 2 ? Stage.After : Stage.Prepare;
        _announced += _round == 2 ? 1 : 0;
        _round++;
    }

    private void EndRound()
    {
        _branches = [];
        _explains = [];
        _silence = false;
        _deadline = null;
    }
}
