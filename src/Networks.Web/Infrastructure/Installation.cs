using Networks.Data;
using Networks.Web.Infrastructure.Databases;

namespace Networks.Web.Infrastructure;

/// <summary>What must be right before the service listens. A fault is told in words with its cure, and nothing starts.</summary>
internal static partial class Installation
{
    /// <summary>Makes a new embedded database; refuses one that cannot be served from; keeps a second node away.</summary>
    /// <param name="migrate">The demo migrates by itself; an installation by <c>networks migrate</c>.</param>
    /// <returns>What is held for the life of the process; to be disposed with it.</returns>
    /// <exception cref="InstallationFaultException">The service must not start.</exception>
    public static async Task<IDisposable> PrepareAsync(IServiceProvider services, bool migrate, CancellationToken cancellationToken = default)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var held = Hold(configuration);
        try
        {
            await using var scope = services.CreateAsyncScope();
            var check = scope.ServiceProvider.GetRequiredService<DatabaseCheck>();
            var told = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Installation));
            var finding = await check.FindAsync(whole: true, cancellationToken);
            if (finding is { Word: DatabaseFinding.NoneYet } || (migrate && finding is { WantsMigrating: true }))
            {
                await SchemaUpdate.ApplyAsync(scope.ServiceProvider.GetRequiredService<NetworksDbContext>(), cancellationToken);
                finding = await check.FindAsync(whole: false, cancellationToken);
            }

            if (finding is { Stops: true })
            {
                throw new InstallationFaultException("commands.fault-start", finding.Text);
            }

            if (finding is not null)
            {
                Warn(told, finding.Text);
            }
            else if (DataSetup.ProviderOf(configuration) == DatabaseProvider.Sqlite)
            {
                var log = DataSetup.Connection(configuration);
                held = new HeldLog(held, log);
                await EmbeddedLog.TurnOnAsync(log, cancellationToken);
            }

            if (ClockFinding.Of(await check.SkewAsync(cancellationToken)) is { } skew)
            {
                Warn(told, skew);
            }

            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Keeps every other process away from the embedded database; a server database needs no such hold.</summary>
    /// <exception cref="InstallationFaultException">Another process has it.</exception>
    public static IDisposable Hold(IConfiguration configuration) => DataSetup.ProviderOf(configuration) == DatabaseProvider.Sqlite
        ? SingleNode.Hold(DataSetup.SqliteFile(configuration))
        : NothingHeld.It;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Finding}")]
    private static partial void Warn(ILogger log, string finding);

    private sealed class HeldLog(IDisposable file, IDisposable log) : IDisposable
    {
        public void Dispose()
        {
            log.Dispose();
            file.Dispose();
        }
    }

    private sealed class NothingHeld : IDisposable
    {
        public static readonly NothingHeld It = new();

        public void Dispose()
        {
        }
    }
}

/// <summary>A fault of the installation, told by its sentence. The program ends with it.</summary>
public sealed class InstallationFaultException(string code, params object[] values)
    : Exception(Workflows.Common.Words.Say(code, values))
{
    public string Code { get; } = code;
}
