using System.Collections.Concurrent;

namespace Networks.Faults.Support;

/// <summary>What was sent and what came back, by operation. The last word on an act counts, and an acknowledgement is never taken back.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<Guid, (Act Act, Answer Answer)> _entries = new();

    public Answer Write(Act act, Answer answer)
    {
        _entries.AddOrUpdate(act.Operation, (act, answer), (_, before) => before.Answer.Done ? before : (act, answer));
        return answer;
    }

    /// <summary>Sends what got no answer once more, as the browser's "send again" does, and writes down what came.</summary>
    public async Task<Answer> SettleAsync(Desk desk, Act act) => Write(act, await desk.InsistAsync(act));

    /// <summary>What it says now.</summary>
    public Ledger Copy()
    {
        var copy = new Ledger();
        foreach (var (act, answer) in _entries.Values)
        {
            copy.Write(act, answer);
        }

        return copy;
    }

    /// <summary>Each act is an operation of the row, and a fault where it was not done.</summary>
    /// <returns>How many acts.</returns>
    public int CountIn(Result result)
    {
        foreach (var (act, answer) in Entries)
        {
            result.Count(answer.Done);
            if (!answer.Done)
            {
                result.Fault($"{act.Kind}: {answer}");
            }
        }

        return Entries.Count;
    }

    public IReadOnlyCollection<(Act Act, Answer Answer)> Entries => [.. _entries.Values];

    public IEnumerable<Act> Acknowledged => _entries.Values.Where(e => e.Answer.Done).Select(e => e.Act);

    /// <summary>Answered by nothing: to be sent again.</summary>
    public IReadOnlyList<Act> Unknown => [.. _entries.Values.Where(e => e.Answer.Unknown).Select(e => e.Act)];

    /// <summary>Refused: nothing of it may be stored.</summary>
    public IEnumerable<Act> Refused => _entries.Values.Where(e => e.Answer is { Done: false, Unknown: false }).Select(e => e.Act);
}
