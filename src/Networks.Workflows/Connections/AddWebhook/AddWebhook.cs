using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Connections.Webhooks;

namespace Networks.Workflows.Connections.AddWebhook;

/// <summary>
/// From now on an association's program is told the chosen facts of its cases: those that it leads and those with a firm
/// of it. Whether the address is a public one is looked at when it is called, by the transport.
/// </summary>
/// <param name="Events">Some of <see cref="WebhookPlan.Subjects"/>.</param>
[Access(Right.PeopleManage)]
public sealed record AddWebhook(Guid OperationId, AssociationId? Association, string? Address, IReadOnlyList<string> Events) : ICommand<AddedWebhook>, IChecked
{
    private const int _longest = 2000;

    /// <summary>The key of the signature, encrypted. Not part of what makes two sendings the same.</summary>
    [JsonIgnore]
    public string ProtectedKey { get; init; } = "";

    public IEnumerable<Refusal> Faults()
    {
        if (Association is null)
        {
            yield return new Refusal(RefusalKind.Invalid, "connections.association-missing") { Field = "association" };
        }

        if (Address is null || Address.Length > _longest || !Uri.TryCreate(Address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0)
        {
            yield return new Refusal(RefusalKind.Invalid, "connections.address-wrong") { Field = "address" };
        }

        if (!Events.Any() || !Events.All(WebhookPlan.Subjects.Contains))
        {
            yield return new Refusal(RefusalKind.Invalid, "connections.events-missing") { Field = "events" };
        }
    }
}

/// <param name="ProtectedKey">Of the key that was kept: another one when the same form came twice.</param>
public sealed record AddedWebhook(Guid Id, string ProtectedKey);

internal sealed class AddWebhookHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<AddWebhook, Result<AddedWebhook>>
{
    public async Task<Result<AddedWebhook>> Handle(AddWebhook request, CancellationToken cancellationToken)
    {
        if (!await db.ProgrammeAssociations(actor).AnyAsync(a => a.Id == request.Association, cancellationToken))
        {
            return new Refusal(RefusalKind.Invalid, "connections.association-missing") { Field = "association" };
        }

        var webhook = new Webhook(Ids.New(clock), request.Association!.Value, request.Address!, request.ProtectedKey, [.. request.Events.Distinct()], actor.Officer!.Value, clock.GetUtcNow());
        db.Add(webhook);
        return new AddedWebhook(webhook.Id, webhook.ProtectedKey);
    }
}
