using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Data.Officers;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Connections.CreateToken;
using Networks.Workflows.Connections.EndOwnToken;
using Networks.Workflows.Connections.ListOwnTokens;
using Networks.Workflows.Connections.ListTokens;
using Networks.Workflows.Connections.RevokeToken;
using Networks.Workflows.Connections.TakeTokenSecret;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Connections;

/// <summary>Only the person whose rights a key uses ever holds its secret.</summary>
public sealed class TokenSecretTests
{
    private static readonly DateOnly _lastDay = new(2026, 12, 31);

    [Fact]
    public async Task Given_a_key_made_for_a_colleague_when_only_the_administrator_has_acted_then_nothing_opens_with_it()
    {
        await using var given = await Given.NewAsync();
        var key = await MakeAsync(given);
        var mail = await given.ReadAsync(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.TokenMade));
        var stored = await given.ReadAsync(db => db.ApiTokens.SingleAsync());

        Assert.Null(stored.TakenAt);
        Assert.Equal(given.Como.Email, mail.To);
        Assert.Contains("https://networks.example/account", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(stored.SecretHash, mail.Body, StringComparison.Ordinal);
        var secret = LinkToken.New();
        var taken = await given.SendAsAsync(Administrator(given), new TakeTokenSecret(Ids.New(given.Clock), key) { SecretHash = LinkToken.Hash(secret) });
        var ended = await given.SendAsAsync(Administrator(given), new EndOwnToken(Ids.New(given.Clock), key));
        Assert.Equal("common.not-found", taken.Refusal?.Code);
        Assert.Equal("common.not-found", ended.Refusal?.Code);
        Assert.False((await given.SendAsAsync(Actor.Nobody, new IdentifyToken(secret))).Ok);
    }

    [Fact]
    public async Task Given_a_waiting_key_when_its_hash_were_known_then_it_opens_nothing_before_it_is_taken()
    {
        await using var given = await Given.NewAsync();
        var secret = LinkToken.New();
        await given.WriteAsync(db =>
        {
            db.Add(new ApiToken(Ids.New(given.Clock), given.Como.AssociationId, given.Como.Id, "Gestionale", ApiScopes.NetworksRead, LinkToken.Hash(secret), _lastDay, given.Lecco.Id, given.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });

        Assert.False((await given.SendAsAsync(Actor.Nobody, new IdentifyToken(secret))).Ok);
    }

    [Fact]
    public async Task Given_a_waiting_key_when_its_person_takes_it_then_it_works_for_that_person_and_is_taken_once()
    {
        await using var given = await Given.NewAsync();
        var key = await MakeAsync(given);
        var (secret, another, operation) = (LinkToken.New(), LinkToken.New(), Ids.New(given.Clock));

        var first = await given.SendAsAsync(Actor.Of(given.Como), new TakeTokenSecret(operation, key) { SecretHash = LinkToken.Hash(secret) });
        var repeated = await given.SendAsAsync(Actor.Of(given.Como), new TakeTokenSecret(operation, key) { SecretHash = LinkToken.Hash(another) });
        var second = await given.SendAsAsync(Actor.Of(given.Como), new TakeTokenSecret(Ids.New(given.Clock), key) { SecretHash = LinkToken.Hash(another) });

        Assert.Equal(LinkToken.Hash(secret), first.Value.SecretHash);
        Assert.Equal(LinkToken.Hash(secret), repeated.Value.SecretHash);
        Assert.Equal("connections.token-taken", second.Refusal?.Code);
        var visit = await given.SendAsAsync(Actor.Nobody, new IdentifyToken(secret));
        Assert.Equal(given.Como.Id, visit.Value.Actor.Officer);
        Assert.False((await given.SendAsAsync(Actor.Nobody, new IdentifyToken(another))).Ok);
    }

    [Fact]
    public async Task Given_a_waiting_key_when_its_person_refuses_it_then_it_can_no_longer_be_taken_and_its_maker_is_told()
    {
        await using var given = await Given.NewAsync();
        var key = await MakeAsync(given);

        await given.DoneAsync(given.Como, new EndOwnToken(Ids.New(given.Clock), key));

        var taken = await given.SendAsAsync(Actor.Of(given.Como), new TakeTokenSecret(Ids.New(given.Clock), key) { SecretHash = LinkToken.Hash(LinkToken.New()) });
        Assert.Equal("connections.token-ended", taken.Refusal?.Code);
        Assert.Equal(given.Lecco.Email, (await given.ReadAsync(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.TokenEnded))).To);
        Assert.Empty(await given.DoneAsync(given.Como, new ListOwnTokens()));
    }

    [Fact]
    public async Task Given_a_taken_key_when_the_administrator_revokes_it_then_it_opens_nothing()
    {
        await using var given = await Given.NewAsync();
        var key = await MakeAsync(given);
        var secret = LinkToken.New();
        await given.DoneAsync(given.Como, new TakeTokenSecret(Ids.New(given.Clock), key) { SecretHash = LinkToken.Hash(secret) });
        Assert.Equal(TokenState.Works, Assert.Single(await given.DoneAsync(given.Como, new ListOwnTokens())).State);

        var revoked = await given.SendAsAsync(Administrator(given), new RevokeToken(Ids.New(given.Clock), key));

        Assert.True(revoked.Ok, revoked.Refusal?.Code);
        Assert.False((await given.SendAsAsync(Actor.Nobody, new IdentifyToken(secret))).Ok);
    }

    private static Actor Administrator(Given given) => Actor.Person(given.Lecco.Id, given.Lecco.AssociationId, OfficerRoles.Administrator);

    private static async Task<Guid> MakeAsync(Given given)
    {
        var made = await given.SendAsAsync(Administrator(given), new CreateToken(Ids.New(given.Clock), "Gestionale", given.Como.Id, ApiScopes.NetworksRead, _lastDay));
        Assert.True(made.Ok, made.Refusal?.Code);
        return made.Value.Id;
    }
}
