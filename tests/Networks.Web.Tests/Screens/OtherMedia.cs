using Microsoft.Playwright;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Screens;

/// <summary>A page that stands open, as it looks in the dark and on paper: the same content in other colours, so only what colours can break is looked at.</summary>
internal static class OtherMedia
{
    /// <summary>The width between the margins of an A4 sheet, in CSS pixels.</summary>
    private const int _paperWidth = 718;

    private const string _faintWords = """
        axe.run(document, { resultTypes: ['violations'], runOnly: ['color-contrast'] })
          .then(found => found.violations.flatMap(fault => fault.nodes.map(node => fault.id + ': ' + node.html + ' ' + node.any.map(check => check.message).join(' '))))
        """;

    // Axe does not look at pictures: each word and line of a chart must be told from the paper beside it.
    private const string _faintMarks = """
        (() => {
          const light = colour => {
            const parts = colour.match(/[\d.]+/g).map(Number);
            if (parts.length > 3 && parts[3] === 0) return null;
            const [r, g, b] = parts.map(p => p / 255).map(p => p <= .03928 ? p / 12.92 : ((p + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          const behind = element => {
            for (let e = element; e; e = e.parentElement) {
              const found = light(getComputedStyle(e).backgroundColor);
              if (found !== null) return found;
            }
            return 1;
          };
          const faults = [];
          for (const svg of document.querySelectorAll('main svg:not(.key)')) {
            const paper = behind(svg);
            for (const text of svg.querySelectorAll('text:not(.on-bar)')) {
              const ink = light(getComputedStyle(text).fill);
              const ratio = (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05);
              if (ratio < 4.5) faults.push('chart: ' + text.textContent + ' ' + ratio.toFixed(1));
            }
          }
          return faults;
        })()
        """;

    private const string _notForPaper = """
        (() => {
          const faults = [...document.querySelectorAll('nav, button, input[type=search], .button')].filter(e => e.offsetParent).map(e => 'pressed: ' + e.outerHTML.slice(0, 120));
          const paper = document.documentElement.clientWidth;
          for (const e of document.querySelectorAll('main *')) {
            const right = e.getBoundingClientRect().right;
            if (right > paper + 1 && !e.closest('svg svg, .unseen')) faults.push(`${Math.round(right - paper)} px beyond the sheet: ${e.tagName}.${e.getAttribute('class') ?? ''} ${(e.textContent ?? '').trim().slice(0, 40)}`);
          }
          return faults.slice(0, 5);
        })()
        """;

    /// <summary>What of the open page cannot be told from what is behind it in the dark.</summary>
    public static async Task<IReadOnlyList<string>> FaintInTheDarkAsync(this IPage page, string name)
    {
        // Without motion at the same time: else colours are read half-way between light and dark.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await page.PictureAsync($"{name}-dark");
        var faults = await FaintAsync(page, "in the dark");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Null });
        return faults;
    }

    /// <summary>What is wrong with the open page on paper, printed by somebody who reads in the dark: faint words, a page wider than the sheet, what can only be pressed.</summary>
    public static async Task<IReadOnlyList<string>> WrongOnPaperAsync(this IPage page, string name)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await page.SetViewportSizeAsync(_paperWidth, 1000);
        await page.PictureAsync($"{name}-paper");
        var faults = await FaintAsync(page, "on paper");
        faults = [.. faults, .. (await page.EvaluateAsync<string[]>(_notForPaper)).Select(f => $"{page.Url} on paper: {f}")];
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Null });
        return faults;
    }

    private static async Task<IReadOnlyList<string>> FaintAsync(IPage page, string where) =>
        [.. (await page.EvaluateAsync<string[]>(_faintWords)).Concat(await page.EvaluateAsync<string[]>(_faintMarks)).Select(f => $"{page.Url} {where}: {f}")];
}
