using Networks.Workflows.Common;

namespace Networks.Web.Commands;

/// <summary>Tells the steps of a long command, one line each: its words when it begins, its duration when it ends.</summary>
internal sealed class StepLines(TextWriter output, TimeProvider clock) : IDisposable
{
    private long? _began;

    /// <summary>The step before has ended.</summary>
    public void Begin(string words)
    {
        End();
        _began = clock.GetTimestamp();
        output.Write($"  {words} ");
        output.Flush();
    }

    /// <summary>The last one has ended as well.</summary>
    public void End()
    {
        if (_began is { } began)
        {
            output.WriteLine(Words.Say("commands.step-took", clock.GetElapsedTime(began).TotalSeconds));
        }

        _began = null;
    }

    /// <summary>What failed begins on a line of its own.</summary>
    public void Dispose()
    {
        if (_began is not null)
        {
            output.WriteLine();
        }

        _began = null;
    }
}
