using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Associations.ChooseLanguage;
using Networks.Workflows.Common;

namespace Networks.Web.Shell;

/// <summary>The language of the pages: that of the account of who is signed in; else the choice in a cookie, then what the browser
/// asks for, then the one in which a firm is written to, then Italian.</summary>
internal static class LanguageSetup
{
    public const string Cookie = "networks-language";

    public static void UseNetworksLanguages(this IApplicationBuilder app) => app.UseRequestLocalization(options =>
    {
        options.SetDefaultCulture(Words.Italian.Name);
        options.SupportedCultures = [.. Words.Languages];
        options.SupportedUICultures = [.. Words.Languages];
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = Cookie },
            new BrowserLanguage(),
        ];
    });

    /// <summary>POST only: choosing a language is an act, and a link cannot do it for somebody.</summary>
    public static void MapLanguage(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/language", async (HttpContext context, IMediator mediator, IActor actor, [FromForm] string language, [FromForm(Name = "return")] string? back) =>
        {
            if (actor.Officer is not null && (await mediator.Send(new ChooseLanguage(Guid.Empty, language), context.RequestAborted)).Refusal is { } refusal)
            {
                return Results.StatusCode(RefusalStatus.Of(refusal.Kind));
            }

            // The door speaks the same when the person has gone out.
            Choose(context, language);
            return Results.LocalRedirect(LocalAddress.Of(back));
        }).WithMetadata(new AccessAttribute(Right.Public));

    /// <summary>Keeps the choice for a year; a language that we do not have becomes Italian.</summary>
    public static void Choose(HttpContext context, string language)
    {
        var known = Words.Languages.FirstOrDefault(l => l.TwoLetterISOLanguageName == language) ?? Words.Italian;
        context.Response.Cookies.Append(Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(known)), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }

    /// <summary>For the rest of this request, where neither a choice nor the browser has asked for a language of ours.</summary>
    /// <remarks>Call it from a middleware: what it sets holds for those that come after.</remarks>
    public static void SpeakUnlessAsked(HttpContext context, string language)
    {
        if (context.Features.Get<IRequestCultureFeature>() is not { Provider: null })
        {
            return;
        }

        Speak(context, language);
    }

    /// <summary>For the rest of this request, whatever was asked for.</summary>
    public static void Speak(HttpContext context, string language)
    {
        var known = Words.Known(CultureInfo.GetCultureInfo(language));
        CultureInfo.CurrentCulture = known;
        CultureInfo.CurrentUICulture = known;
        context.Response.Headers.ContentLanguage = known.Name;
    }

    // The built-in one does not take "fr-CA" for "fr-FR".
    private sealed class BrowserLanguage : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            var asked = httpContext.Request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(l => l.Quality ?? 1)
                .Select(l => Words.Languages.FirstOrDefault(k => l.Value.StartsWith(k.TwoLetterISOLanguageName, StringComparison.OrdinalIgnoreCase)))
                .FirstOrDefault(l => l is not null);
            return Task.FromResult(asked is null ? null : new ProviderCultureResult(asked.Name));
        }
    }
}
