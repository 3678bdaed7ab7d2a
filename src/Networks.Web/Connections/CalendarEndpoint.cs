using MediatR;
using Networks.Data.Discovery;
using Networks.Web.Casework;
using Networks.Web.Connections.RenewCalendar;
using Networks.Web.Discovery.ListIntroductions;
using Networks.Web.Shell;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.ListMeetings;
using Networks.Workflows.Mail;

namespace Networks.Web.Connections;

/// <summary>The deadlines of a person's desk for a calendar that knows only the secret address.</summary>
internal static class CalendarEndpoint
{
    public static void MapCalendar(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/calendar/{secret}.ics", async (string secret, HttpContext context, IMediator mediator, CurrentActor actor, PublicAddress address, TimeProvider clock) =>
        {
            var visit = await mediator.Send(new IdentifyCalendar(secret), context.RequestAborted);
            if (!visit.Ok)
            {
                return Results.NotFound();
            }

            // Calendars ask for no language of their own.
            actor.Who = visit.Value.Actor;
            LanguageSetup.Speak(context, visit.Value.Language);
            var tasks = await mediator.Send(new ListMyTasks(), context.RequestAborted);
            if (!tasks.Ok)
            {
                return Results.NotFound();
            }

            var deadlines = tasks.Value.Rows.Where(r => r.DueOn is not null).Select(r => new Deadline(
                $"{r.Id}@{address.Base.Host}", r.DueOn!.Value, $"{r.Network}: {r.Sentence.What}", r.Sentence.Why, address.Of(TaskAddress.Of(r))));
            var meetings = await mediator.Send(new ListMeetings(), context.RequestAborted);
            var appointments = (meetings.Ok ? meetings.Value : []).Where(m => m.Status == MeetingStatus.Fixed).Select(m => new Appointment(
                $"meeting-{m.Id:N}@{address.Base.Host}", m.StartsAt!.Value, m.StartsAt.Value.AddMinutes(Meeting.Minutes), $"{m.Network}: {m.Firm}", m.Place, address.Of(IntroductionLink.To(m.Introduction))));
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.Text(CalendarFile.Write(deadlines, appointments, clock.GetUtcNow()), "text/calendar; charset=utf-8");
        }).WithMetadata(new AccessAttribute(Right.Public));
}
