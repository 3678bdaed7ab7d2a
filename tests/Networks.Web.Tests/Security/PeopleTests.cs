using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Security;

public sealed partial class PeopleTests : IAsyncLifetime
{
    private const string Bruno = "bruno.riva@desk-lecco.example";
    private App _app = null!;
    private HttpClient _administrator = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _administrator = await _app.AdministratorAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _administrator.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Given_an_invited_person_when_the_mailed_link_is_used_then_they_set_a_password_and_come_in_by_phone()
    {
        await InviteAsync(("roles", "Desk"));
        var link = await LinkAsync();
        using var bruno = _app.Client();

        var set = await bruno.PostFormAsync(link, "welcome", ("password", "sei rane sul ponte"));
        await bruno.EnrolAsync(Bruno, "sei rane sul ponte");

        Assert.Equal("/sign-in", set.Headers.Location!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await bruno.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bruno.GetAsync(new Uri("/people", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Given_a_link_when_it_was_used_or_replaced_or_never_existed_then_the_answer_is_the_same()
    {
        await InviteAsync(("roles", "Desk"));
        var first = await LinkAsync();
        await _administrator.PostFormAsync(await PersonPageAsync(), "renew");
        var second = await LinkAsync();
        using var bruno = _app.Client();
        await bruno.PostFormAsync(second, "welcome", ("password", "sei rane sul ponte"));

        foreach (var dead in new[] { first, second, $"/welcome/{Guid.Empty}/abc" })
        {
            var answer = await bruno.PostFormAsync(dead, "welcome", ("password", "sette rane sul ponte"));
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Equal(["security.link-over"], Html.Codes(await answer.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task Given_a_person_inside_when_suspended_then_they_are_out_and_cannot_come_back()
    {
        await InviteAsync(("roles", "Desk"));
        using var bruno = _app.Client();
        await bruno.PostFormAsync(await LinkAsync(), "welcome", ("password", "sei rane sul ponte"));
        await bruno.EnrolAsync(Bruno, "sei rane sul ponte");

        await _administrator.PostFormAsync(await PersonPageAsync(), "change", ("name", "Bruno Riva"), ("association", await AssociationAsync()), ("roles", "Desk"), ("disabled", "yes"));
        var inside = await bruno.GetAsync(new Uri("/account", UriKind.Relative));
        var again = await bruno.PasswordAsync(Bruno, "sei rane sul ponte");

        Assert.StartsWith("/sign-in", inside.Headers.Location!.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(["security.sign-in-refused"], Html.Codes(await again.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Given_the_only_administrator_when_they_take_their_own_access_away_then_it_is_refused()
    {
        var refused = await _administrator.PostFormAsync(await PersonPageAsync(SignedIn.Email), "change", ("name", "Ada Conti"), ("association", await AssociationAsync()), ("roles", "Desk"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(["associations.own-access"], Html.Codes(await refused.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Given_an_invitation_with_mistakes_then_each_is_told_at_its_field()
    {
        var refused = await InviteAsync(("email", SignedIn.Email));
        var known = await InviteAsync(("email", SignedIn.Email), ("roles", "Desk"));

        Assert.Equal(["associations.missing-roles"], Html.Codes(await refused.Content.ReadAsStringAsync()));
        Assert.Equal(["associations.email-known"], Html.Codes(await known.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Given_the_same_form_twice_then_one_person_is_invited_once()
    {
        var page = await (await _administrator.GetAsync(new Uri("/people/invite", UriKind.Relative))).Content.ReadAsStringAsync();
        var form = page[page.IndexOf("id=\"form-invite\"", StringComparison.Ordinal)..];
        var fields = Hidden().Matches(form[..form.IndexOf("</form>", StringComparison.Ordinal)]).Select(m => KeyValuePair.Create(m.Groups[1].Value, m.Groups[2].Value))
            .Append(new("association", await AssociationAsync())).Append(new("name", "Bruno Riva")).Append(new("email", Bruno)).Append(new("roles", "Desk")).Append(new("language", "it")).ToList();

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var content = new FormUrlEncodedContent(fields);
            Assert.Equal(HttpStatusCode.Found, (await _administrator.PostAsync(new Uri("/people/invite", UriKind.Relative), content)).StatusCode);
        }

        Assert.Equal(1, await ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Given_a_new_association_then_it_stands_in_the_list_and_its_name_only_once()
    {
        var added = await _administrator.PostFormAsync("/people/associations/new", "association", ("name", "Associazione di Como"), ("desk", "Desk di Como"), ("kind", "Desk"));
        var again = await _administrator.PostFormAsync("/people/associations/new", "association", ("name", "associazione di como"), ("desk", "Desk"), ("kind", "Desk"));

        Assert.Equal("/people", added.Headers.Location!.AbsolutePath);
        Assert.Contains("Desk di Como", await _administrator.GetStringAsync(new Uri("/people", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(["associations.name-known"], Html.Codes(await again.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Given_a_person_that_is_not_there_then_the_page_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _administrator.GetAsync(new Uri($"/people/{Guid.Empty}", UriKind.Relative))).StatusCode);

    private async Task<HttpResponseMessage> InviteAsync(params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] facts = [("association", await AssociationAsync()), ("name", "Bruno Riva"), ("language", "it"), .. more];
        return await _administrator.PostFormAsync("/people/invite", "invite", facts.Any(f => f.Name == "email") ? facts : [.. facts, ("email", Bruno)]);
    }

    private async Task<string> LinkAsync()
    {
        var bodies = await ReadAsync(db => db.Outbox.OrderBy(m => m.CreatedAt).Select(m => m.Body).ToListAsync());
        return new Uri(Link().Match(bodies[^1]).Value).AbsolutePath;
    }

    private async Task<string> PersonPageAsync(string email = Bruno) =>
        $"/people/{(await ReadAsync(db => db.Officers.SingleAsync(o => o.Email == email))).Id.Value}";

    private async Task<string> AssociationAsync() => (await ReadAsync(db => db.Associations.OrderBy(a => a.Name).LastAsync())).Id.Value.ToString();

    private async Task<T> ReadAsync<T>(Func<NetworksDbContext, Task<T>> read)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<NetworksDbContext>());
    }

    [GeneratedRegex("https?://\\S+")]
    private static partial Regex Link();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
