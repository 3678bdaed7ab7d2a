using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Networks.Web.Commands;

/// <summary>
/// Writes one line for each migration, its name when it begins and its duration when it ends. It listens to EF: applying
/// them one by one from outside would turn a database back that another node has brought further meanwhile.
/// </summary>
internal sealed class MigrationProgress(TextWriter output, TimeProvider clock) : ILoggerProvider, ILogger
{
    public const string Category = "Microsoft.EntityFrameworkCore.Migrations";

    private readonly StepLines _steps = new(output, clock);

    /// <summary>How many were applied.</summary>
    public int Applied { get; private set; }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId != RelationalEventId.MigrationApplying || state is not IEnumerable<KeyValuePair<string, object?>> values)
        {
            return;
        }

        Applied++;
        _steps.Begin($"{values.First(v => v.Key == "migration").Value}");
    }

    /// <summary>The last one has ended as well.</summary>
    public void End() => _steps.End();

    public void Dispose() => _steps.Dispose();
}
