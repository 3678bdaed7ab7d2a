using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Monitoring;
using Networks.Data.Officers;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Monitoring.EndMailing;
using Networks.Workflows.Monitoring.Indicators;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.SaveMailing;

/// <summary>Queues the picture for those who asked for it, on its day: once, whatever node comes first.</summary>
public sealed class MailingSweep(IServiceScopeFactory scopes, WriteGate gate, BusinessCalendar calendar, TimeProvider clock, PublicAddress address)
{
    /// <summary>Stalled networks that the mail names; the rest is on the page.</summary>
    private const int Named = 10;

    /// <returns>Mails queued.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var today = calendar.Today();
        var due = await (
            from s in db.ViewSubscriptions.AsNoTracking()
            join o in db.Officers on s.OfficerId equals o.Id
            join a in db.Associations on o.AssociationId equals a.Id
            where s.EndedAt == null && s.NextOn <= today
            orderby s.NextOn
            select new { Subscription = s, Officer = o, a.ProgrammeId }).ToListAsync(cancellationToken);
        var done = 0;
        foreach (var one in due)
        {
            var may = !one.Officer.IsDisabled && (one.Officer.Roles & (OfficerRoles.Lead | OfficerRoles.Auditor)) != 0;
            var mail = may ? Compose(one.Officer, one.Subscription, await scope.ServiceProvider.GetRequiredService<RegionSight>().LookAsync(one.ProgrammeId, cancellationToken)) : null;
            done += await QueueAsync(db, one.Subscription, mail, cancellationToken) ? 1 : 0;
        }

        return done;
    }

    /// <summary>A week on, or the day after the month is frozen.</summary>
    public static DateOnly Next(MailRhythm rhythm, DateOnly today) => rhythm switch
    {
        MailRhythm.Weekly => today.AddDays(7),
        MailRhythm.Monthly => CycleCharts.MonthOf(today).AddMonths(today.Day > MonthSweep.FreezeDay ? 1 : 0).AddDays(MonthSweep.FreezeDay),
    };

    // Whoever moves the day queues the mail; a person who may no longer look gets none, and no further one.
    private async Task<bool> QueueAsync(NetworksDbContext db, ViewSubscription subscription, OutboxMessage? mail, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (next, ended) = (Next(subscription.Rhythm, calendar.Today()), mail is null ? clock.GetUtcNow() : (DateTimeOffset?)null);
        var moved = await db.ViewSubscriptions.Where(s => s.Id == subscription.Id && s.NextOn == subscription.NextOn && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.NextOn, next).SetProperty(s => s.EndedAt, ended), cancellationToken);
        if (moved == 1 && mail is not null)
        {
            db.Add(mail);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return moved == 1 && mail is not null;
    }

    private OutboxMessage Compose(Officer officer, ViewSubscription subscription, RegionGround ground)
    {
        var language = CultureInfo.GetCultureInfo(officer.Language);
        string Say(string key, params object[] values) => Words.In(language, $"monitoring.{key}", values);
        var desk = ground.Desks.FirstOrDefault(d => d.Id == subscription.Desk);
        var networks = ground.Networks.Where(n => desk is null || n.Owner == desk.Id).ToList();
        var stopped = StoppedCases.Of(ground).Where(s => desk is null || s.Desk == desk.Name).ToList();
        var (open, inEffect) = (networks.Count(n => n.Course.Now is not null), networks.Count(n => n.Course.EffectOn <= ground.Today));
        var body = new StringBuilder(Say("mail-lead", ground.Programme, ground.Today, open, stopped.Count, inEffect)).Append("\n\n");
        body.Append(desk is null ? Say("mail-all") : Say("mail-desk", desk.Name)).Append("\n\n");
        foreach (var one in stopped.Take(Named))
        {
            var task = one.Cause.Task is { } word ? Words.In(language, $"procedure.{word}") : Say("mail-resting");
            body.Append("- ").Append(Say("mail-stopped", one.Reference, one.Desk, one.Days, one.Usual.Median, Words.In(language, $"casework.party-{one.Cause.Party}"), task)).Append('\n');
        }

        body.Append('\n').Append(Say("mail-link", address.Of("region"))).Append('\n').Append(Say("mail-stop", address.Of("region/mail"))).Append('\n');
        body.Append(Say("mail-end", address.Of($"m/{MailingKey.Of(subscription)}"))).Append('\n');
        return new OutboxMessage(Ids.New(clock), MailKinds.View, officer.Email, Say("mail-subject", ground.Programme, ground.Today, stopped.Count), body.ToString(), clock.GetUtcNow())
        {
            Language = officer.Language,
            OptOut = address.Of($"m/{MailingKey.Of(subscription)}/end").ToString(),
        };
    }
}
