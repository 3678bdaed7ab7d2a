using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Networks.Data.Faults;

namespace Networks.Web.Infrastructure;

/// <summary>
/// Stops the service when the disk has not flushed what the embedded database gave it: after such an error the system
/// may take the lost bytes for written, so nothing that this process remembers is to be believed. What starts it anew
/// (systemd, the container's restart policy) lets the database read what the disk really holds. A server's database
/// does the same for itself.
/// </summary>
internal sealed partial class UnflushedStop(IHostApplicationLifetime lifetime, ILogger<UnflushedStop> log) : DbTransactionInterceptor
{
    /// <summary>Whether it has come to that.</summary>
    public bool Happened { get; private set; }

    public override void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => Judge(eventData.Exception);

    public override Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Judge(eventData.Exception);
        return Task.CompletedTask;
    }

    private void Judge(Exception exception)
    {
        if (!Happened && DatabaseFaults.Of(exception) == DatabaseFault.Unflushed)
        {
            Happened = true;
            Stopping(exception);
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The disk did not flush the database: the service stops and is to be started again. Look at the disk.")]
    private partial void Stopping(Exception e);
}
