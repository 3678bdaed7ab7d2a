using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Web.Commands.DemoSigning;
using Networks.Workflows.Common;
using Networks.Workflows.Engine.FireTimers;
using Networks.Workflows.Mail.SendOutbox;
using Networks.Workflows.Monitoring.Indicators;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>One act of the story.</summary>
/// <param name="Order">Among the acts of one day.</param>
/// <param name="What">Named when the act fails.</param>
internal sealed record DemoAct(DateOnly Day, int Order, string What, Func<DemoStage, CancellationToken, Task> PlayAsync);

/// <summary>Where the acts are played: each as its person, in a scope of its own as a web request has, while time passes.</summary>
internal sealed class DemoStage(IServiceProvider services, DemoClock clock, DemoAuthority authority)
{
    private static readonly TimeSpan _morning = TimeSpan.FromHours(7);
    private static readonly TimeSpan _betweenActs = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _undo = TimeSpan.FromSeconds(11);

    private readonly Dictionary<string, Actor> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _numbers = [];

    public DemoAuthority Authority => authority;

    public DateOnly Today => BusinessCalendar.DayOf(clock.GetUtcNow());

    /// <summary>A small number for a thing of the story, the same whenever it is asked for.</summary>
    public int NumberOf(Guid thing) => _numbers.TryGetValue(thing, out var known) ? known : _numbers[thing] = _numbers.Count;

    /// <summary>Eight or nine o'clock in Rome.</summary>
    public static DateTimeOffset MorningOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue) + _morning, TimeSpan.Zero);

    /// <exception cref="InvalidOperationException">The act was refused: the story has a slip, or the product has.</exception>
    public async Task PlayAsync(DemoAct act, CancellationToken cancellationToken)
    {
        await GoToAsync(MorningOf(act.Day), cancellationToken);
        try
        {
            await act.PlayAsync(this, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new InvalidOperationException($"{act.Day:yyyy-MM-dd} {act.What}: {e.Message}", e);
        }

        clock.StopAt(clock.GetUtcNow() + _betweenActs);
    }

    /// <summary>Time passes: timers that fall due on the way fire at their instant, mails leave.</summary>
    public async Task GoToAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        while (await NextTimerAsync(cancellationToken) is { } due && due <= instant)
        {
            clock.StopAt(due > clock.GetUtcNow() ? due : clock.GetUtcNow());
            if (await services.GetRequiredService<TimerSweep>().FireDueAsync(cancellationToken) == 0)
            {
                throw new InvalidOperationException($"A timer due at {due:O} did not fire.");
            }
        }

        clock.StopAt(instant > clock.GetUtcNow() ? instant : clock.GetUtcNow());
        await services.GetRequiredService<MonthSweep>().RunAsync(cancellationToken);
        await SendMailAsync(cancellationToken);
    }

    /// <summary>The time to undo passes and what is queued leaves.</summary>
    public async Task SendMailAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync((db, token) => db.Outbox.AnyAsync(m => m.Status == OutboxStatus.Queued, token), cancellationToken))
        {
            clock.StopAt(clock.GetUtcNow() + _undo);
            await services.GetRequiredService<OutboxSender>().SendDueAsync(cancellationToken);
        }
    }

    /// <summary>Sends a request as a person of the demo and expects that it is done.</summary>
    public async Task<T> AsAsync<T>(string officer, IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        if (!_people.TryGetValue(officer, out var actor))
        {
            actor = await ReadAsync(async (db, token) => Actor.Of(await db.Officers.AsNoTracking().SingleAsync(o => o.FullName == officer, token)), cancellationToken);
            _people[officer] = actor;
        }

        return await SendAsync(actor, request, cancellationToken);
    }

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task<T> SendAsync<T>(Actor actor, IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = actor;
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
        return answer.Ok
            ? answer.Value
            : throw new InvalidOperationException($"{request.GetType().Name}: {string.Join("; ", answer.Refusal!.All.Select(r => $"{r.Code} ({r.Text})"))}");
    }

    public async Task<T> ReadAsync<T>(Func<NetworksDbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<NetworksDbContext>(), cancellationToken);
    }

    /// <summary>Bytes that a person of the story uploads.</summary>
    public async Task<StoredBytes> StoreAsync(byte[] bytes, CancellationToken cancellationToken) =>
        (await services.GetRequiredService<IFileStore>().PutAsync(new MemoryStream(bytes), long.MaxValue, cancellationToken)).Value;

    public Task<byte[]> FileAsync(string sha256, CancellationToken cancellationToken) =>
        services.GetRequiredService<IFileStore>().ReadAsync(sha256, cancellationToken);

    private Task<DateTimeOffset?> NextTimerAsync(CancellationToken cancellationToken) => ReadAsync(
        (db, token) => db.Timers.Where(t => t.Status == TimerStatus.Pending).OrderBy(t => t.DueAt).Select(t => (DateTimeOffset?)t.DueAt).FirstOrDefaultAsync(token), cancellationToken);
}
